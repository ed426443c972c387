import { z } from 'zod';
import { invoiceFact } from '../invoice.js';

/** A payment of an invoice was refused. */
export const paymentFailedV1 = z.strictObject(invoiceFact);
