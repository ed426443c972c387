import type Stripe from 'stripe';
import { periodEnd } from '../clock/periods.js';
import type { Double } from '../double.js';
import { idOf, type LineDraft } from '../objects/kinds.js';
import { itemOf, stepOf, subscriptionOf } from '../objects/subscription.js';
import { amend, emit } from '../webhooks/emit.js';
import { collect } from './collect.js';
import { redeem, redeemable } from './discounts.js';
import { issueInvoice } from './issue-invoice.js';
import { TRIAL_WARNING_SECONDS } from '../store/due.js';

const DAY = 86_400;

/** The subscription that a completed checkout leads to, with its first invoice paid. */
export function startSubscription(
  double: Double,
  session: Stripe.Checkout.Session,
  customer: string,
): { subscription: Stripe.Subscription; invoice: Stripe.Invoice } {
  const { store, clock } = double;
  const asked = store.extra('checkout.session', session.id);
  const line = asked.lines[0];
  if (!line) throw new Error(`${session.id} has no line`);
  const price = store.the('price', line.price);
  const { now } = clock;
  const trialEnd = asked.trialEnd ?? (asked.trialDays === null ? null : now + asked.trialDays * DAY);
  const made = subscriptionOf({
    customer,
    price,
    quantity: line.quantity,
    metadata: asked.subscriptionMetadata,
    description: asked.description,
    now,
    trialEnd,
    periodEnd: trialEnd ?? periodEnd(now, stepOf(price), now),
  });
  store.put(made);
  store.putExtra('subscription', made.id, { isTrialEndTold: trialEnd === null, pending: [] });
  const discounts = (session.discounts ?? []).map(
    ({ coupon, promotion_code }) =>
      redeem(
        double,
        redeemable(
          double,
          promotion_code ? { promotion_code: idOf(promotion_code) } : { coupon: idOf(coupon) },
          'discounts[0]',
        ),
        made,
        session.id,
      ).id,
  );
  const discounted = amend(double, made, { discounts });
  const issued = issueInvoice(double, discounted, {
    reason: 'subscription_create',
    drafts: [periodLine(double, discounted)],
    period: { start: now, end: now },
  });
  emit(double, 'customer.subscription.created', issued.subscription);
  if (trialEnd !== null && trialEnd - now <= TRIAL_WARNING_SECONDS) tellTrialEnd(double, issued.subscription);
  const invoice = collect(double, issued.invoice, { outcome: 'ok' });
  return { subscription: store.the('subscription', made.id), invoice };
}

/** The ordinary line for the item's present period; nothing is asked for a trial. */
export function periodLine(double: Double, subscription: Stripe.Subscription): LineDraft {
  const item = itemOf(subscription);
  const product = double.store.find('product', idOf(item.price.product))?.name ?? 'Subscription';
  const isTrial = subscription.status === 'trialing';
  const quantity = item.quantity ?? 1;
  return {
    amount: isTrial ? 0 : (item.price.unit_amount ?? 0) * quantity,
    description: isTrial ? `Trial period for ${product}` : `${quantity} × ${product}`,
    period: { start: item.current_period_start, end: item.current_period_end },
    price: item.price,
    quantity,
    isProration: false,
    subscription: subscription.id,
    item: item.id,
  };
}

export function tellTrialEnd(double: Double, subscription: Stripe.Subscription): void {
  const extra = double.store.extra('subscription', subscription.id);
  double.store.putExtra('subscription', subscription.id, { ...extra, isTrialEndTold: true });
  emit(double, 'customer.subscription.trial_will_end', subscription);
}
