import { z } from 'zod';
import {
  lookupKeySchema,
  stripeIdSchema as id,
  stripeSecondsSchema as seconds,
  stripeWordSchema as word,
} from './stripe-words.js';

/**
 * What is kept of the objects in Stripe's events, and nothing else: names, addresses, e-mail addresses and cards are in none of these
 * fields. This is the whitelist itself: billing/stripe-events/kept-fields.ts reads it to take a body apart, and the log refuses what
 * does not fit it. Names are Stripe's; moments are seconds since 1970; ids stand alone where Stripe may also put the whole object.
 */

const maybe = <S extends z.ZodType>(schema: S) => schema.nullable().optional();
const currency = z.string().regex(/^[a-z]{3}$/);
const metadata = maybe(z.strictObject({ workspace: z.uuid().optional() }));

const price = z.strictObject({
  id: id.optional(),
  lookup_key: maybe(lookupKeySchema),
  unit_amount: maybe(z.int().nonnegative()),
  currency: currency.optional(),
  recurring: maybe(z.strictObject({ interval: word.optional(), interval_count: z.int().optional() })),
  // A lookup key moves on to the new price when prices change: what the old one stood for stays told here.
  metadata: maybe(z.strictObject({ lookup_key: lookupKeySchema.optional() })),
});

const item = z.strictObject({
  id: id.optional(),
  quantity: z.int().nonnegative().optional(),
  current_period_start: seconds.optional(),
  current_period_end: seconds.optional(),
  price: price.optional(),
});

const subscriptionFields = {
  customer: id.optional(),
  status: word.optional(),
  created: seconds.optional(),
  start_date: seconds.optional(),
  currency: currency.optional(),
  cancel_at: maybe(seconds),
  cancel_at_period_end: z.boolean().optional(),
  canceled_at: maybe(seconds),
  ended_at: maybe(seconds),
  trial_start: maybe(seconds),
  trial_end: maybe(seconds),
  // Versions of Stripe's API before 2025-03-31 tell the period here; later ones tell it of each item.
  current_period_start: seconds.optional(),
  current_period_end: seconds.optional(),
  items: z.strictObject({ data: z.array(item).max(20).optional() }).optional(),
  discounts: maybe(z.array(id).max(20)),
  metadata,
};

const refundFields = {
  amount: z.int().nonnegative().optional(),
  currency: currency.optional(),
  status: maybe(word),
  reason: maybe(word),
  charge: maybe(id),
  payment_intent: maybe(id),
  customer: maybe(id),
  created: seconds.optional(),
  metadata,
};

export const keptSubscriptionSchema = z.strictObject({ id: id.optional(), ...subscriptionFields });
export type KeptSubscription = z.infer<typeof keptSubscriptionSchema>;

/** Stripe's preview of an invoice has no id. */
export const keptInvoiceSchema = z.strictObject({
  id: id.optional(),

  customer: maybe(id),
  number: maybe(z.string().regex(/^[A-Za-z0-9-]{1,40}$/)),
  status: maybe(word),
  billing_reason: maybe(word),
  currency: currency.optional(),
  total: z.int().optional(),
  amount_due: z.int().optional(),
  amount_paid: z.int().optional(),
  attempt_count: z.int().nonnegative().optional(),
  next_payment_attempt: maybe(seconds),
  created: seconds.optional(),
  parent: maybe(
    z.strictObject({
      subscription_details: maybe(z.strictObject({ subscription: id.optional(), metadata })),
    }),
  ),
  // Before 2025-03-31.
  subscription: maybe(id),
  metadata,
});
export type KeptInvoice = z.infer<typeof keptInvoiceSchema>;

export const keptRefundSchema = z.strictObject({ id: id.optional(), ...refundFields });
export type KeptRefund = z.infer<typeof keptRefundSchema>;

export const keptChargeSchema = z.strictObject({
  id: id.optional(),

  customer: maybe(id),
  amount: z.int().nonnegative().optional(),
  amount_refunded: z.int().nonnegative().optional(),
  currency: currency.optional(),
  payment_intent: maybe(id),
  created: seconds.optional(),
  refunds: maybe(
    z.strictObject({
      data: z
        .array(z.strictObject({ id: id.optional(), ...refundFields }))
        .max(100)
        .optional(),
    }),
  ),
  metadata,
});
export type KeptCharge = z.infer<typeof keptChargeSchema>;

export const keptCheckoutSchema = z.strictObject({
  id: id.optional(),

  customer: maybe(id),
  subscription: maybe(id),
  mode: word.optional(),
  status: maybe(word),
  payment_status: word.optional(),
  client_reference_id: maybe(z.uuid()),
  created: seconds.optional(),
  metadata,
});
export type KeptCheckout = z.infer<typeof keptCheckoutSchema>;

/** Whose an object is, whatever it is: of other objects nothing else is kept. */
export const keptOwnerSchema = z.strictObject({
  id: id.optional(),
  customer: maybe(id),
  client_reference_id: maybe(z.uuid()),
  parent: maybe(z.strictObject({ subscription_details: maybe(z.strictObject({ metadata })) })),
  metadata,
});

/** How a subscription was before: what changed, and nothing else. */
export const keptPreviousSchema = z.strictObject(subscriptionFields);
export type KeptPrevious = z.infer<typeof keptPreviousSchema>;
