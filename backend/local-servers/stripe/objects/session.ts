import type Stripe from 'stripe';
import type { Double } from '../double.js';
import { idOf } from './kinds.js';

type Session = Stripe.Checkout.Session;
export type SessionStart = Pick<
  Session,
  | 'id'
  | 'allow_promotion_codes'
  | 'amount_subtotal'
  | 'amount_total'
  | 'cancel_url'
  | 'client_reference_id'
  | 'created'
  | 'currency'
  | 'customer'
  | 'customer_email'
  | 'discounts'
  | 'expires_at'
  | 'locale'
  | 'metadata'
  | 'success_url'
  | 'tax_id_collection'
  | 'total_details'
  | 'url'
>;

export const sessionOf = (start: SessionStart): Session => ({
  object: 'checkout.session',
  adaptive_pricing: null,
  after_expiration: null,
  allowed_payment_method_types: null,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  billing_address_collection: null,
  client_secret: null,
  collected_information: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_fields: [],
  custom_text: {
    after_submit: null,
    shipping_address: null,
    submit: null,
    terms_of_service_acceptance: null,
  },
  customer_account: null,
  customer_creation: start.customer === null ? 'always' : null,
  customer_details: null,
  integration_identifier: null,
  invoice: null,
  invoice_creation: null,
  livemode: false,
  managed_payments: null,
  mode: 'subscription',
  origin_context: null,
  payment_intent: null,
  payment_link: null,
  payment_method_collection: 'always',
  payment_method_configuration_details: null,
  payment_method_options: null,
  payment_method_types: ['card'],
  payment_status: 'unpaid',
  permissions: null,
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  status: 'open',
  submit_type: null,
  subscription: null,
  ui_mode: 'hosted_page',
  wallet_options: null,
  ...start,
});

export function lineItemsOf(double: Double, session: string): Stripe.ApiList<Stripe.LineItem> {
  const { lines } = double.store.extra('checkout.session', session);
  const { total_details: details } = double.store.the('checkout.session', session);
  const data = lines.map(({ id, price: priceId, quantity }): Stripe.LineItem => {
    const price = double.store.the('price', priceId);
    const subtotal = (price.unit_amount ?? 0) * quantity;
    const discount = details?.amount_discount ?? 0;
    return {
      id,
      object: 'item',
      adjustable_quantity: null,
      amount_discount: discount,
      amount_subtotal: subtotal,
      amount_tax: 0,
      amount_total: subtotal - discount,
      currency: price.currency,
      description: double.store.find('product', idOf(price.product))?.name ?? null,
      metadata: {},
      price,
      quantity,
    };
  });
  return { object: 'list', data, has_more: false, url: `/v1/checkout/sessions/${session}/line_items` };
}
