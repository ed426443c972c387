import { z } from 'zod';
import { invoiceFact } from '../invoice.js';

/** An invoice is paid after a payment of it had failed; said beside InvoicePaid. */
export const paymentRecoveredV1 = z.strictObject(invoiceFact);
