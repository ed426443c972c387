import { z } from 'zod';
import { termsFact } from '../terms.js';

/** The subscription is over and will not come back. */
export const endedV1 = z.strictObject(termsFact);
