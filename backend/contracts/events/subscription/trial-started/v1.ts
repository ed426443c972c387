import { z } from 'zod';
import { termsFact } from '../terms.js';

/** A plan is tried for some days without paying. */
export const trialStartedV1 = z.strictObject(termsFact);
