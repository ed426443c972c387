import { z } from 'zod';
import { termsFact } from '../terms.js';

/** What Stripe says of a subscription changed in a way that no other fact names: waiting for its first payment, past due, paused, a discount. */
export const termsSeenV1 = z.strictObject(termsFact);
