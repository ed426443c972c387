import { z } from 'zod';
import { instantSchema } from '../../values/time.js';

/**
 * Texts of Stripe that may stand in events. Each is too narrow for an e-mail address, a sentence or a link, so that nothing about a
 * person can come in by a field that was meant for something else.
 */

/** An id of Stripe, such as `sub_1QxY…`; some of prices and coupons are chosen by people. */
export const stripeIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,90}$/, 'an id of Stripe');

/** A word of Stripe's own lists, such as a status; new ones may come at any time. */
export const stripeWordSchema = z.string().regex(/^[a-z][a-z_]{0,39}$/, 'a word such as past_due');

/** A type of an event of Stripe, such as `customer.subscription.updated`. */
export const stripeTypeSchema = z
  .string()
  .regex(/^[a-z0-9_]{1,60}(\.[a-z0-9_]{1,60}){1,5}$/, 'a type of an event');

/** Where a fact comes from. The time alone does not tell the order of what Stripe says: it is in whole seconds. */
export const toldByStripe = {
  workspaceId: z.uuid(),
  /** Stripe's time. */
  at: instantSchema,
  stripeEventId: stripeIdSchema,
  stripeType: stripeTypeSchema,
} as const;

/** Under which a price of ours is found. */
export const lookupKeySchema = z.string().regex(/^[a-z0-9_]{1,60}$/);

/** A moment as Stripe tells it, in seconds since 1970; from 1995 to 2099, as all moments of ours. */
export const stripeSecondsSchema = z.int().min(788_918_400).max(4_102_444_799);
