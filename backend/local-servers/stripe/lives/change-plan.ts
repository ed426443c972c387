import type Stripe from 'stripe';
import { periodEnd } from '../clock/periods.js';
import type { Double } from '../double.js';
import { share } from '../money/proration.js';
import { idOf, type LineDraft } from '../objects/kinds.js';
import { itemOf, planOf, stepOf, withItem } from '../objects/subscription.js';
import { update } from '../webhooks/emit.js';
import { collect } from './collect.js';
import { issueInvoice } from './issue-invoice.js';

export type Proration = 'create_prorations' | 'always_invoice' | 'none';

export interface PlanChange {
  readonly price: Stripe.Price;
  readonly quantity: number;
  readonly proration: Proration;
  /** The moment that is counted from, in seconds. */
  readonly at: number;
}

/** What a change comes to, before anything is done. */
export interface ChangePlanned {
  readonly items: Stripe.Subscription['items'];
  readonly anchor: number;
  /** Credit for the unused time and charge for the rest, by seconds. */
  readonly drafts: readonly LineDraft[];
  /** Another interval begins a new period, which is asked for at once. */
  readonly beginsPeriod: boolean;
}

export function planChange(
  double: Double,
  subscription: Stripe.Subscription,
  change: PlanChange,
): ChangePlanned {
  const item = itemOf(subscription);
  const { price, quantity, at } = change;
  const isTrial = subscription.status === 'trialing';
  const [was, becomes] = [stepOf(item.price), stepOf(price)];
  const isSameStep = was.interval === becomes.interval && was.interval_count === becomes.interval_count;
  const beginsPeriod = !isSameStep && !isTrial;
  const end = beginsPeriod ? periodEnd(at, becomes, at) : item.current_period_end;
  const items = withItem(subscription, {
    price,
    plan: planOf(price),
    quantity,
    ...(beginsPeriod && { current_period_start: at, current_period_end: end }),
  });
  const anchor = beginsPeriod ? at : subscription.billing_cycle_anchor;
  const nameOf = (one: Stripe.Price) => double.store.find('product', idOf(one.product))?.name ?? one.id;
  const line = (amount: number, words: string, of: Stripe.Price, many: number, till: number, part: boolean): LineDraft => ({ amount, description: words, period: { start: at, end: till }, price: of, quantity: many, isProration: part, subscription: subscription.id, item: item.id }); // prettier-ignore

  const whole = item.current_period_end - item.current_period_start;
  const left = item.current_period_end - at;
  const oldQuantity = item.quantity ?? 1;
  const old = (item.price.unit_amount ?? 0) * oldQuantity;
  const full = (price.unit_amount ?? 0) * quantity;
  const isNothing = isTrial || (price.id === item.price.id && quantity === oldQuantity);
  const drafts: LineDraft[] = [];
  if (!isNothing && change.proration !== 'none') {
    const unused = `Unused time on ${oldQuantity} × ${nameOf(item.price)}`;
    drafts.push(line(0 - share(old, left, whole), unused, item.price, oldQuantity, item.current_period_end, true)); // prettier-ignore
    if (isSameStep) {
      const rest = `Remaining time on ${quantity} × ${nameOf(price)}`;
      drafts.push(line(share(full, left, whole), rest, price, quantity, end, true));
    }
  }
  if (beginsPeriod) drafts.push(line(full, `${quantity} × ${nameOf(price)}`, price, quantity, end, false));
  return { items, anchor, drafts, beginsPeriod };
}

/** Whether the change is asked for now and not with the next invoice. */
export const isInvoicedNow = (planned: ChangePlanned, proration: Proration): boolean =>
  planned.drafts.length > 0 && (planned.beginsPeriod || proration === 'always_invoice');

/** Changes the plan; the invoice that it may lead to is tried at once. */
export function changePlan(
  double: Double,
  before: Stripe.Subscription,
  change: PlanChange,
  alsoChanged: Partial<Stripe.Subscription>,
): { subscription: Stripe.Subscription; invoice: Stripe.Invoice | undefined } {
  const planned = planChange(double, before, change);
  const extra = double.store.extra('subscription', before.id);
  const isNow = isInvoicedNow(planned, change.proration);
  const changed = update(double, before, {
    ...alsoChanged,
    items: planned.items,
    billing_cycle_anchor: planned.anchor,
  });
  if (!isNow) {
    const pending = [...extra.pending, ...planned.drafts];
    double.store.putExtra('subscription', before.id, { ...extra, pending });
    return { subscription: changed, invoice: undefined };
  }
  double.store.putExtra('subscription', before.id, { ...extra, pending: [] });
  const item = itemOf(changed);
  const issued = issueInvoice(double, changed, {
    reason: 'subscription_update',
    drafts: [...extra.pending, ...planned.drafts],
    period: { start: item.current_period_start, end: item.current_period_end },
  });
  const invoice = collect(double, issued.invoice);
  return { subscription: double.store.the('subscription', before.id), invoice };
}
