import { z } from 'zod';
import { stripeIdSchema } from '../stripe-words.js';
import { termsFact } from '../terms.js';

/** Another plan, interval or price is paid from now on. */
export const planChangedV1 = z.strictObject({ ...termsFact, fromPriceId: stripeIdSchema });
