import { defineEvent } from '../../../contracts/events/define-event.js';
import { priceQuotedV1ToV2 } from './v1-to-v2.js';
import { priceQuotedV1 } from './v1.js';
import { priceQuotedV2 } from './v2.js';

/** A catalogue of its own, so that a chain with a step is proved before the product needs one. */
export const priceQuotedCatalogue = {
  'trial.PriceQuoted.v2': defineEvent({
    name: 'trial.PriceQuoted',
    category: 'trial',
    writer: 'backend/event-log/testing',
    about: 'A price that somebody named.',
    versions: [priceQuotedV1, priceQuotedV2],
    upcasts: [priceQuotedV1ToV2],
  }),
} as const;
