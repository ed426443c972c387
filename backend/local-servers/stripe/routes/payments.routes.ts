import type Stripe from 'stripe';
import { newId } from '../objects/ids.js';
import { idOf } from '../objects/kinds.js';
import { mergedMetadata } from '../objects/metadata.js';
import { isWithin, paged } from '../requests/paging.js';
import { invalid, missing, notThere } from '../requests/refusal.js';
import {
  expand,
  from,
  listOf,
  metadata,
  moments,
  off,
  oneOf,
  paging,
  text,
  unsupported,
} from '../requests/rules.js';
import { amend, emit } from '../webhooks/emit.js';
import { type Asking, route } from './route.js';

function createRefund({ double, params }: Asking<Stripe.RefundCreateParams>): Stripe.Refund {
  const { store, clock } = double;
  const intent =
    params.payment_intent === undefined ? undefined : store.find('payment_intent', params.payment_intent);
  if (params.payment_intent !== undefined && !intent)
    throw notThere('payment_intent', params.payment_intent, 'payment_intent');
  const id = params.charge ?? (intent && idOf(intent.latest_charge));
  if (id === undefined) throw missing('payment_intent');
  const charge = store.find('charge', id);
  if (!charge && intent)
    throw invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`);
  if (!charge) throw notThere('charge', id, 'charge');
  const left = charge.amount - charge.amount_refunded;
  if (left === 0)
    throw invalid(`Charge ${charge.id} has already been refunded.`, undefined, 'charge_already_refunded');
  const amount = params.amount ?? left;
  if (amount > left)
    throw invalid(
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
      'amount',
    );
  const refund = store.put<Stripe.Refund>({
    id: newId('re'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: clock.now,
    currency: charge.currency,
    customer: idOf(charge.customer),
    customer_account: null,
    metadata: mergedMetadata(null, params.metadata),
    payment_intent: idOf(charge.payment_intent),
    payment_method: null,
    reason: params.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  });
  const refunded = charge.amount_refunded + amount;
  emit(double, 'refund.created', refund);
  emit(
    double,
    'charge.refunded',
    amend(double, charge, { amount_refunded: refunded, refunded: refunded === charge.amount }),
    { amount_refunded: charge.amount_refunded, ...(refunded === charge.amount && { refunded: false }) },
  );
  return refund;
}

export const paymentRoutes = [
  route<Stripe.RefundCreateParams>(
    'POST',
    '/v1/refunds',
    {
      amount: from(1),
      charge: text,
      currency: unsupported,
      customer: unsupported,
      expand,
      instructions_email: unsupported,
      metadata,
      origin: unsupported,
      payment_intent: text,
      reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer'),
      refund_application_fee: off,
      reverse_transfer: off,
    },
    createRefund,
  ),
  route<Stripe.RefundListParams>(
    'GET',
    '/v1/refunds',
    { ...paging, charge: text, created: moments, expand, payment_intent: text },
    ({ double, params }) =>
      paged(
        double.store
          .newestFirst('refund')
          .filter(
            (one) =>
              isWithin(one.created, params.created) &&
              (params.charge ?? one.charge) === one.charge &&
              (params.payment_intent ?? one.payment_intent) === one.payment_intent,
          ),
        params,
        '/v1/refunds',
      ),
  ),
  route<Stripe.PaymentIntentRetrieveParams>(
    'GET',
    '/v1/payment_intents/:id',
    { client_secret: unsupported, expand },
    ({ double, id }) => {
      const intent = double.store.find('payment_intent', id);
      if (!intent) throw notThere('payment_intent', id);
      return intent;
    },
  ),
];

export const eventRoutes = [
  route<Stripe.EventRetrieveParams>('GET', '/v1/events/:id', { expand }, ({ double, id }) => {
    const event = double.store.find('event', id);
    if (!event) throw notThere('event', id);
    return event;
  }),
  route<Stripe.EventListParams>(
    'GET',
    '/v1/events',
    { ...paging, created: moments, delivery_success: unsupported, expand, type: text, types: listOf(text) },
    ({ double, params }) =>
      paged(
        double.store
          .newestFirst('event')
          .filter(
            (one) =>
              isWithin(one.created, params.created) &&
              isOfType(one.type, params.type) &&
              (params.types?.includes(one.type) ?? true),
          ),
        params,
        '/v1/events',
      ),
  ),
];

/** `customer.subscription.*` stands for all that begin so. */
function isOfType(type: string, asked: string | undefined): boolean {
  if (asked === undefined) return true;
  return asked.endsWith('*') ? type.startsWith(asked.slice(0, -1)) : type === asked;
}
