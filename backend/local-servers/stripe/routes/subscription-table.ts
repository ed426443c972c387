import type Stripe from 'stripe';
import {
  expand,
  flag,
  from,
  integer,
  listOf,
  listOrNothing,
  metadata,
  off,
  oneOf,
  only,
  record,
  text,
  textOrNothing,
  unsupported,
  type Table,
} from '../requests/rules.js';

type Update = Stripe.SubscriptionUpdateParams;

export const CANCELLATION_DETAILS = record<Stripe.SubscriptionUpdateParams.CancellationDetails>({
  comment: textOrNothing,
  feedback: oneOf(
    'customer_service',
    'low_quality',
    'missing_features',
    'other',
    'switched_service',
    'too_complex',
    'too_expensive',
    'unused',
    '',
  ),
  feedback_option: unsupported,
});

export const PRORATION_BEHAVIOR = oneOf('always_invoice', 'create_prorations', 'none');

export const UPDATE_TABLE: Table<Update> = {
  add_invoice_items: unsupported,
  application_fee_percent: unsupported,
  automatic_tax: unsupported,
  billing_cycle_anchor: only('unchanged'),
  billing_schedules: unsupported,
  billing_thresholds: unsupported,
  cancel_at: unsupported,
  cancel_at_period_end: flag,
  cancellation_details: CANCELLATION_DETAILS,
  collection_method: only('charge_automatically'),
  days_until_due: unsupported,
  default_payment_method: unsupported,
  default_source: unsupported,
  default_tax_rates: unsupported,
  description: textOrNothing,
  discounts: listOrNothing(
    record<Stripe.SubscriptionUpdateParams.Discount>({
      coupon: text,
      discount: text,
      promotion_code: text,
    }),
  ),
  expand,
  invoice_settings: unsupported,
  items: listOf(
    record<Stripe.SubscriptionUpdateParams.Item>({
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
  metadata,
  off_session: flag,
  on_behalf_of: unsupported,
  pause_collection: unsupported,
  payment_behavior: only('allow_incomplete', 'error_if_incomplete'),
  payment_settings: unsupported,
  pending_invoice_item_interval: unsupported,
  proration_behavior: PRORATION_BEHAVIOR,
  proration_date: integer,
  transfer_data: unsupported,
  trial_end: only('now'),
  trial_from_plan: unsupported,
  trial_settings: unsupported,
};
