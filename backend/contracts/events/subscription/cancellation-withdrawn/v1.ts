import { z } from 'zod';
import { termsFact } from '../terms.js';

/** The subscription will go on after all. */
export const cancellationWithdrawnV1 = z.strictObject(termsFact);
