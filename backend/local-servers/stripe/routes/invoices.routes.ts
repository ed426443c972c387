import type Stripe from 'stripe';
import type { Double } from '../double.js';
import { collect } from '../lives/collect.js';
import { isInvoicedNow, planChange, type Proration } from '../lives/change-plan.js';
import { reductionsOf } from '../lives/discounts.js';
import { periodLine } from '../lives/start-subscription.js';
import { periodEnd } from '../clock/periods.js';
import { drawInvoice } from '../objects/invoice.js';
import { idOf, type LineDraft } from '../objects/kinds.js';
import { itemOf, stepOf, withItem } from '../objects/subscription.js';
import { isWithin, paged } from '../requests/paging.js';
import { invalid, missing, notThere, Refusal } from '../requests/refusal.js';
import {
  expand,
  flag,
  from,
  integer,
  listOf,
  moments,
  off,
  oneOf,
  only,
  paging,
  record,
  text,
  unsupported,
} from '../requests/rules.js';
import { route } from './route.js';
import { PRORATION_BEHAVIOR } from './subscription-table.js';
import { itemAsked, theSubscription } from './subscriptions.routes.js';

type Preview = Stripe.InvoiceCreatePreviewParams;

function theInvoice(double: Double, id: string): Stripe.Invoice {
  const invoice = double.store.find('invoice', id);
  if (!invoice) throw notThere('invoice', id);
  return invoice;
}

/** The next invoice, or the one that a change of plan would lead to at once. Nothing is kept. */
function preview(double: Double, params: Preview): Stripe.Invoice {
  if (params.subscription === undefined) throw missing('subscription');
  const subscription = theSubscription(double, params.subscription, 'subscription');
  if (params.customer !== undefined && params.customer !== subscription.customer)
    throw invalid('The subscription belongs to another customer.', 'customer');
  if (subscription.ended_at !== null)
    throw invalid('No upcoming invoices for subscription: it has ended.', 'subscription', 'invoice_upcoming_none'); // prettier-ignore
  const asked = params.subscription_details ?? {};
  const proration = (asked.proration_behavior ?? 'create_prorations') as Proration;
  const item = itemOf(subscription);
  const change = asked.items
    ? {
        ...itemAsked(double, subscription, asked.items, 'subscription_details[items]'),
        proration,
        at: asked.proration_date ?? double.clock.now,
      }
    : undefined;
  const planned = change && planChange(double, subscription, change);
  const { pending } = double.store.extra('subscription', subscription.id);
  const draw = (drafts: readonly LineDraft[], period: { start: number; end: number }) =>
    drawInvoice(double, {
      subscription,
      drafts,
      reason: 'upcoming',
      period,
      reductions: reductionsOf(double, subscription),
      isPreview: true,
    });
  if (planned && isInvoicedNow(planned, proration))
    return draw([...pending, ...planned.drafts], {
      start: double.clock.now,
      end: double.clock.now,
    });
  if (subscription.cancel_at_period_end || asked.cancel_at_period_end)
    throw invalid('No upcoming invoices for subscription: it is set to end.', 'subscription', 'invoice_upcoming_none'); // prettier-ignore
  const start = item.current_period_end;
  const price = change?.price ?? item.price;
  const next: Stripe.Subscription = {
    ...subscription,
    status: 'active',
    items: withItem(subscription, {
      price,
      quantity: change?.quantity ?? item.quantity ?? 1,
      current_period_start: start,
      current_period_end: periodEnd(subscription.billing_cycle_anchor, stepOf(price), start),
    }),
  };
  return draw([...pending, ...(planned?.drafts ?? []), periodLine(double, next)], {
    start: item.current_period_start,
    end: start,
  });
}

export const invoiceRoutes = [
  route<Preview>(
    'POST',
    '/v1/invoices/create_preview',
    {
      automatic_tax: unsupported,
      currency: unsupported,
      customer: text,
      customer_account: unsupported,
      customer_details: unsupported,
      discounts: unsupported,
      expand,
      invoice_items: unsupported,
      issuer: unsupported,
      on_behalf_of: unsupported,
      preview_mode: only('next'),
      schedule: unsupported,
      schedule_details: unsupported,
      subscription: text,
      subscription_details: record<Stripe.InvoiceCreatePreviewParams.SubscriptionDetails>({
        billing_cycle_anchor: only('unchanged'),
        billing_mode: unsupported,
        billing_schedules: unsupported,
        cancel_at: unsupported,
        cancel_at_period_end: flag,
        cancel_now: off,
        default_tax_rates: unsupported,
        items: listOf(
          record<Stripe.InvoiceCreatePreviewParams.SubscriptionDetails.Item>({
            billing_thresholds: unsupported,
            clear_usage: unsupported,
            current_trial: unsupported,
            deleted: off,
            discounts: unsupported,
            id: text,
            metadata: unsupported,
            plan: unsupported,
            price: text,
            price_data: unsupported,
            quantity: from(1),
            tax_rates: unsupported,
          }),
        ),
        metadata: unsupported,
        pause: unsupported,
        proration_behavior: PRORATION_BEHAVIOR,
        proration_date: integer,
        resume_at: unsupported,
        start_date: unsupported,
        trial_end: unsupported,
      }),
    },
    ({ double, params }) => preview(double, params),
  ),
  route<Stripe.InvoiceRetrieveParams>('GET', '/v1/invoices/:id', { expand }, ({ double, id }) =>
    theInvoice(double, id),
  ),
  route<Stripe.InvoicePayParams>(
    'POST',
    '/v1/invoices/:id/pay',
    {
      expand,
      forgive: off,
      mandate: unsupported,
      off_session: flag,
      paid_out_of_band: off,
      payment_method: unsupported,
      source: unsupported,
    },
    ({ double, id }) => {
      const invoice = theInvoice(double, id);
      if (invoice.status === 'paid')
        throw invalid('Invoice is already paid', undefined, 'invoice_already_paid');
      const tried = collect(double, invoice, { isByHand: true });
      if (tried.status === 'paid') return tried;
      const { fate } = double.store.extra('customer', idOf(invoice.customer));
      const code = fate === 'needs-3ds' ? 'invoice_payment_intent_requires_action' : 'card_declined';
      // The failed try stays in the books, unlike what else is refused.
      return new Refusal(402, {
        type: 'card_error',
        code,
        ...(fate === 'declines' && { decline_code: 'generic_decline' }),
        message:
          fate === 'declines'
            ? 'Your card was declined.'
            : 'This payment requires additional user action before it can be completed successfully.',
      });
    },
  ),
  route<Stripe.InvoiceListParams>(
    'GET',
    '/v1/invoices',
    {
      ...paging,
      collection_method: only('charge_automatically'),
      created: moments,
      customer: text,
      customer_account: unsupported,
      due_date: unsupported,
      expand,
      status: oneOf('draft', 'open', 'paid', 'uncollectible', 'void'),
      subscription: text,
    },
    ({ double, params }) =>
      paged(
        double.store
          .newestFirst('invoice', params.customer)
          .filter(
            (one) =>
              isWithin(one.created, params.created) &&
              (params.status ?? one.status) === one.status &&
              (params.subscription === undefined ||
                one.parent?.subscription_details?.subscription === params.subscription),
          ),
        params,
        '/v1/invoices',
      ),
  ),
];
