import { describe, expect, it } from '@jest/globals';
import { listingSchema } from '../../../contracts/events/observation/keyword-observed/v1.js';
import { keywordTextSchema, normalizeKeyword } from '../../../contracts/values/keyword.js';
import { MARKETPLACES } from '../../../contracts/values/marketplace.js';
import { countSchema } from '../../../contracts/values/measure.js';
import { WEEK_MS } from './calendar.js';
import { DEMO_KEYWORDS } from './demo-keywords.js';
import { monthlySearchesAt } from './demand.js';
import { resultsPage } from './results-page.js';
import { suggestionsFor } from './suggestions.js';

const AT = new Date('2026-01-12T00:00:00Z');
const us = { country: 'US', at: AT } as const;

describe('the demo keywords', () => {
  it('are some 500, each once, many with "planner", and all as a search box takes them', () => {
    expect(DEMO_KEYWORDS.length).toBeGreaterThan(450);
    expect(new Set(DEMO_KEYWORDS.map(normalizeKeyword)).size).toBe(DEMO_KEYWORDS.length);
    expect(DEMO_KEYWORDS).toEqual(expect.arrayContaining(['budget planner', 'digital planner']));
    expect(DEMO_KEYWORDS.filter((keyword) => keyword.includes('planner')).length).toBeGreaterThan(50);
    for (const keyword of DEMO_KEYWORDS) expect(keywordTextSchema.parse(keyword)).toBe(keyword);
  });
});

describe('a page of the catalogue', () => {
  it.each(MARKETPLACES)(
    'of %s is what an observation may hold, for known, unknown and foreign keywords',
    (marketplace) => {
      for (const keyword of [
        ...DEMO_KEYWORDS.slice(0, 40),
        'qwertz',
        'مخطط',
        '手帳 テンプレート',
        '🎃 svg',
      ]) {
        const page = resultsPage({ ...us, keyword, marketplace });
        expect(countSchema.safeParse(page.resultCount).success).toBe(true);
        for (const listing of page.listings) expect(listingSchema.parse(listing)).toEqual(listing);
        expect(new Set(page.listings.map(({ id }) => id)).size).toBe(page.listings.length);
        expect(page.listings.map(({ place }) => place)).toEqual(page.listings.map((_, index) => index + 1));
      }
    },
  );

  it('says the same to the same question, in any spelling, and its first listings are those of the whole page', () => {
    const whole = resultsPage({ ...us, keyword: 'budget planner', marketplace: 'etsy' });
    const first = resultsPage({ ...us, keyword: ' Budget  PLANNER', marketplace: 'etsy', listings: 3 });
    expect(first).toEqual({ ...whole, listings: whole.listings.slice(0, 3) });
  });

  it('claims as its marketplace does: "over", "+" or a bare number', () => {
    const relation = (marketplace: (typeof MARKETPLACES)[number], keyword: string) =>
      resultsPage({ ...us, keyword, marketplace, listings: 0 }).resultCount.relation;
    expect(relation('amazon', 'planner')).toBe('gt');
    expect(relation('ebay', 'planner')).toBe('gte');
    expect(relation('etsy', 'planner')).toBe('eq');
    expect(relation('amazon', 'qqq www eee rrr ttt yyy uuu')).toBe('eq');
  });

  it('finds nothing for long nonsense, and eBay then shows a fallback', () => {
    const keyword = 'asdkjfhaskdjfhaskdjfhaskdjfhaksjdfh';
    expect(resultsPage({ ...us, keyword, marketplace: 'etsy' })).toEqual({
      resultCount: { value: 0, relation: 'eq' },
      listings: [],
    });
    const ebay = resultsPage({ ...us, keyword, marketplace: 'ebay' });
    expect(ebay.resultCount.value).toBe(0);
    expect(ebay.listings.length).toBeGreaterThan(0);
    expect(ebay.listings.every(({ fallback }) => fallback)).toBe(true);
  });
});

describe('the catalogue through time', () => {
  const weeks = Array.from(
    { length: 104 },
    (_, week) => new Date(Date.parse('2024-01-01T00:00:00Z') + week * WEEK_MS),
  );

  it('never takes a review from a listing', () => {
    const reviews = new Map<string, number>();
    for (const at of weeks)
      for (const { id, reviewCount } of resultsPage({
        keyword: 'meal planner',
        marketplace: 'etsy',
        country: 'GB',
        at,
      }).listings) {
        expect(reviewCount?.value ?? 0).toBeGreaterThanOrEqual(reviews.get(id) ?? 0);
        reviews.set(id, reviewCount?.value ?? 0);
      }
  });

  it('sells Christmas in December and planners in January', () => {
    const searches = (keyword: string, day: string) =>
      monthlySearchesAt({ keyword, marketplace: 'etsy', country: 'US', at: new Date(day) });
    expect(searches('christmas svg', '2025-12-05')).toBeGreaterThan(
      5 * searches('christmas svg', '2025-06-05'),
    );
    expect(searches('daily planner', '2025-01-05')).toBeGreaterThan(
      1.5 * searches('daily planner', '2025-07-05'),
    );
  });
});

describe('the suggestions of the catalogue', () => {
  it('complete a half-typed keyword, begin with the prefix and never repeat themselves', () => {
    for (const prefix of ['b', 'budget pl', 'zzz', 'カレ', 'مخ']) {
      const texts = suggestionsFor({ prefix, marketplace: 'etsy', country: 'US' }).map(({ text }) => text);
      expect(texts.length).toBeGreaterThan(5);
      expect(texts.every((text) => text.startsWith(prefix))).toBe(true);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  it('speak the language of the shop', () => {
    const texts = suggestionsFor({ prefix: 'hochzeit', marketplace: 'etsy', country: 'DE' }).map(
      ({ text }) => text,
    );
    expect(texts).toContain('hochzeit vorlage');
  });
});
