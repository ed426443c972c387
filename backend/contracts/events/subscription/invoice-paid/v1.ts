import { z } from 'zod';
import { invoiceFact } from '../invoice.js';

/** An invoice is paid. Revenue is what these and the invoices in Reconciled say, each invoice once. */
export const invoicePaidV1 = z.strictObject(invoiceFact);
