import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { failureReasonSchema } from '../../../backend/contracts/events/observation/failed/v1.js';
import { listingSchema } from '../../../backend/contracts/events/observation/keyword-observed/v1.js';
import { suggestionSchema } from '../../../backend/contracts/events/observation/suggestions-observed/v1.js';
import { MARKETPLACES } from '../../../backend/contracts/values/marketplace.js';
import { countSchema } from '../../../backend/contracts/values/measure.js';
import { MARKETPLACE_REGISTRY } from './registry.js';
import { fixture } from './testing/saved.js';

const folder = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const pages = MARKETPLACES.flatMap((name) =>
  readdirSync(`${folder}${name}`).map((file) => ({
    name,
    file: `${name}/${file}`,
    suggest: file.startsWith('suggest'),
  })),
);

describe('what the parsers give fits the events it is recorded in', () => {
  it.each(pages)('$file', ({ name, file, suggest }) => {
    const route = MARKETPLACE_REGISTRY[name][suggest ? 'suggest' : 'search'];
    const parsed = route.parse({ body: fixture(file), status: 200 }, { country: 'US' });
    if (parsed.kind === 'search') {
      for (const listing of parsed.listings) expect(listingSchema.parse(listing)).toEqual(listing);
      if (parsed.resultCount) expect(countSchema.parse(parsed.resultCount)).toEqual(parsed.resultCount);
    } else if (parsed.kind === 'suggest') {
      for (const one of parsed.suggestions) expect(suggestionSchema.parse(one)).toEqual(one);
    } else {
      expect(failureReasonSchema.parse(parsed.reason)).toBe(parsed.reason);
      expect(parsed.detail.length).toBeGreaterThan(5);
    }
  });
});
