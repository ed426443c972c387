import type Stripe from 'stripe';
import { periodEnd } from '../clock/periods.js';
import type { Double } from '../double.js';
import { itemOf, stepOf, withItem } from '../objects/subscription.js';
import { update } from '../webhooks/emit.js';
import { collect } from './collect.js';
import { endSubscription } from './end-subscription.js';
import { issueInvoice } from './issue-invoice.js';
import { periodLine } from './start-subscription.js';

/** The end of a period, or of a trial: ends what was cancelled for it, else begins the next one and asks for its money. */
export function renew(double: Double, before: Stripe.Subscription): Stripe.Subscription {
  if (before.cancel_at_period_end) return endSubscription(double, before, 'cancellation_requested');
  const item = itemOf(before);
  const start = item.current_period_end;
  const isTrialEnd = before.status === 'trialing';
  const next = update(double, before, {
    items: withItem(before, {
      current_period_start: start,
      current_period_end: periodEnd(before.billing_cycle_anchor, stepOf(item.price), start),
    }),
    ...(isTrialEnd && { status: 'active' as const }),
  });
  const extra = double.store.extra('subscription', next.id);
  double.store.putExtra('subscription', next.id, { ...extra, pending: [], isTrialEndTold: true });
  const { invoice } = issueInvoice(double, next, {
    reason: 'subscription_cycle',
    drafts: [...extra.pending, periodLine(double, next)],
    period: { start: item.current_period_start, end: start },
  });
  collect(double, invoice);
  return double.store.the('subscription', next.id);
}
