import { z } from 'zod';
import { termsFact } from '../terms.js';

/** A new period began; whether it is paid is told by its invoice. */
export const renewedV1 = z.strictObject(termsFact);
