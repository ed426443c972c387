import { z } from 'zod';
import { termsFact } from '../terms.js';

/** The subscription will end at a moment that is known. */
export const cancellationScheduledV1 = z.strictObject(termsFact);
