import { z } from 'zod';
import { instantSchema } from '../../../values/time.js';
import {
  keptChargeSchema,
  keptCheckoutSchema,
  keptInvoiceSchema,
  keptPreviousSchema,
  keptRefundSchema,
  keptSubscriptionSchema,
} from '../kept-object.js';
import { stripeIdSchema, stripeTypeSchema } from '../stripe-words.js';

/** An event of Stripe as it came, without anything about a person or a card. */
export const stripeEventStoredV1 = z.strictObject({
  stripeEventId: stripeIdSchema,
  stripeType: stripeTypeSchema,
  /** Stripe's time. */
  at: instantSchema,
  apiVersion: z
    .string()
    .regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}(\.[a-z_]{1,30})?$/)
    .nullable(),
  isLive: z.boolean(),
  /** Of a connected account, which is not ours. */
  connectedAccountId: stripeIdSchema.nullable(),
  customerId: stripeIdSchema.nullable(),
  /** As the object itself says; whether it is so is for the reader to check. */
  workspaceTold: z.uuid().nullable(),
  /** Stripe's name of what it is about, such as `subscription`; of those below one is told, of all others none. */
  object: z.string().regex(/^[a-z0-9_.]{1,60}$/),
  objectId: stripeIdSchema.nullable(),
  subscription: keptSubscriptionSchema.nullable(),
  invoice: keptInvoiceSchema.nullable(),
  refund: keptRefundSchema.nullable(),
  charge: keptChargeSchema.nullable(),
  checkout: keptCheckoutSchema.nullable(),
  /** Of a subscription, what changed, as it was. */
  previous: keptPreviousSchema.nullable(),
});
