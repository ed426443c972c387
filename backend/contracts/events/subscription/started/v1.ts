import { z } from 'zod';
import { termsFact } from '../terms.js';

/** A paid plan began: at once, or after a trial, or when the first payment came through. */
export const startedV1 = z.strictObject(termsFact);
