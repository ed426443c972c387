import { z } from 'zod';
import { invoiceFact } from '../invoice.js';

/** An invoice is no longer to be paid: it was declared void or uncollectible. */
export const invoiceWrittenOffV1 = z.strictObject(invoiceFact);
