import { z } from 'zod';
import { instantSchema } from '../../../values/time.js';
import { invoiceSchema } from '../invoice.js';
import { stripeIdSchema } from '../stripe-words.js';
import { termsSchema } from '../terms.js';

/** What we knew of a subscription was not what Stripe says; from here on it is. */
export const reconciledV1 = z.strictObject({
  workspaceId: z.uuid(),
  subscriptionId: stripeIdSchema,
  /** When Stripe was asked, by Stripe's clock: everything that it said before counts less. */
  at: instantSchema,
  terms: termsSchema,
  /** Those that differed. */
  invoices: z.array(invoiceSchema).max(100),
  /** What differed, such as `status` or `invoice in_…`. */
  healed: z
    .array(z.string().regex(/^[A-Za-z0-9_ -]{1,120}$/))
    .min(1)
    .max(200),
});
