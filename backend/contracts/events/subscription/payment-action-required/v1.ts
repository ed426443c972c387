import { z } from 'zod';
import { invoiceFact } from '../invoice.js';

/** The bank wants the customer to confirm a payment. */
export const paymentActionRequiredV1 = z.strictObject(invoiceFact);
