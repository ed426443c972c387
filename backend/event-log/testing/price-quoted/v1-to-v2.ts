import type { z } from 'zod';
import type { priceQuotedV1 } from './v1.js';
import type { priceQuotedV2 } from './v2.js';

/** "EUR 12.50" becomes minor units with their currency. */
export function priceQuotedV1ToV2({
  item,
  price,
}: z.output<typeof priceQuotedV1>): z.output<typeof priceQuotedV2> {
  const [currency = '', amount = ''] = price.split(' ');
  return { item, price: { minor: Math.round(Number(amount) * 100), currency, relation: 'eq' } };
}
