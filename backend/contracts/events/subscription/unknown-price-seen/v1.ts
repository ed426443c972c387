import { z } from 'zod';
import { termsFact } from '../terms.js';

/** A subscription has a price that none of our plans has: its plan stays what it was, and operators must look. */
export const unknownPriceSeenV1 = z.strictObject(termsFact);
