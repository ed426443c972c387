import { z } from 'zod';
import { priceSchema } from '../../../contracts/values/measure.js';

export const priceQuotedV2 = z.strictObject({ item: z.string().min(1), price: priceSchema });
