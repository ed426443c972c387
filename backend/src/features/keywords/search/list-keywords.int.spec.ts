import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestPostgres, type TestPostgres } from '../../../../following/testing/test-postgres.js';
import type { KeywordItem } from '../projection/keyword-item.js';
import { keywordsProjection } from '../projection/keywords.projection.js';
import { log, looked, reported, tracked, type Written } from '../testing/events.js';
import { openKeywordWorld, type KeywordWorld } from '../testing/keyword-world.js';
import { listing } from '../testing/pages.js';
import { SORT_NAMES, SORTS } from './sorts.js';

interface Page {
  readonly items: KeywordItem[];
  readonly nextCursor: string | null;
  readonly match: string;
}

const AT = '2026-03-10T08:00:00Z';

const NAMED = [
  'budget planner', 'Planner stickers', 'wedding invitation', 'مخطط الميزانية', 'תכנון תקציב', 'party 🎉 banner',
  '100% cotton', '100 cotton', 'snake_case mug', 'snakeXcase mug', 'back\\slash', 'café menu',
] as const; // prettier-ignore

/** Forty keywords of which some share each value and some have none. */
function many(): Written[] {
  return Array.from({ length: 40 }, (_, i) => {
    const said = {
      name: `many ${i}`,
      at: AT,
      keyword: `item ${String(i).padStart(2, '0')}`,
      country: 'DE' as const,
    };
    if (i % 5 === 0) return tracked(said);
    return looked(
      { ...said, at: new Date(Date.parse(AT) + (i % 4) * 1000).toISOString() },
      {
        resultCount: i % 7 === 0 ? null : { value: (i % 6) * 100, relation: 'eq' },
        listings: [
          listing({ price: i % 3 === 0 ? null : { minor: i % 4, currency: 'EUR', relation: 'eq' } }),
        ],
      },
    );
  });
}

let postgres: TestPostgres;
let world: KeywordWorld;
beforeAll(async () => {
  postgres = await startTestPostgres();
  world = await openKeywordWorld(postgres);
  const volume = (value: number) => ({ searchVolume: { value, relation: 'eq', kind: 'reported' } }) as const;
  await world.given(
    log(
      ...NAMED.map((keyword, i) => reported({ name: keyword, at: AT, keyword }, volume(100 * i))),
      reported({ name: 'etsy', at: AT, keyword: 'budget planner', marketplace: 'etsy' }, volume(5000)),
      ...many(),
    ),
  );
}, 60_000);
afterAll(async () => {
  await world.close();
  await postgres.stop();
}, 60_000);

const list = (query: Readonly<Record<string, string>>) => world.get<Page>('/keywords', query);
const found = async (query: string) => (await list({ query })).body.items.map(({ keyword }) => keyword);

describe('GET /keywords', () => {
  it('finds by prefix and by any part, whatever the case, most searched first', async () => {
    expect(await found('BUDGET')).toEqual(['budget planner', 'budget planner']);
    expect(await found('lanner')).toEqual(['budget planner', 'Planner stickers', 'budget planner']);
    expect((await list({ query: 'lanner' })).body.match).toBe('substring');
  });

  it('finds planner by "planer", and says that it is only similar', async () => {
    const { body } = await list({ query: 'planer' });
    expect(body.items.map(({ keyword }) => keyword)).toEqual([
      'budget planner',
      'Planner stickers',
      'budget planner',
    ]);
    expect(body.match).toBe('similar');
  });

  it('finds two words in the wrong order', async () => {
    expect(await found('planner budget')).toContain('budget planner');
  });

  it.each([
    ['Arabic', 'الميزانية', 'مخطط الميزانية'],
    ['Hebrew', 'תקציב', 'תכנון תקציב'],
    ['emoji', '🎉', 'party 🎉 banner'],
    ['a decomposed accent', 'cafe\u0301', 'café menu'],
  ])('finds %s and gives it back unchanged', async (_script, query, keyword) => {
    expect(await found(query)).toEqual([keyword]);
  });

  it.each([
    ['100%', '100% cotton'],
    ['snake_case', 'snake_case mug'],
    ['back\\', 'back\\slash'],
  ])('takes %s literally', async (query, keyword) => {
    expect(await found(query)).toEqual([keyword]);
  });

  it('answers with nothing where nothing holds the text or looks like it', async () => {
    expect((await list({ query: 'qqqxyz' })).body).toEqual({
      items: [],
      nextCursor: null,
      match: 'substring',
    });
  });

  it('keeps to the marketplace, the country and the least volume', async () => {
    expect((await list({ query: 'planner', marketplace: 'etsy' })).body.items).toHaveLength(1);
    expect((await list({ query: 'planner', country: 'DE' })).body.items).toHaveLength(0);
    const volumes = (await list({ minVolume: '1000' })).body.items.map((i) => i.metrics.searchVolume?.value);
    expect(volumes).toEqual([5000, 1100, 1000]);
  });

  it.each(SORT_NAMES)(
    'pages through everything under %s without a gap or a repeat, in order',
    async (sort) => {
      const all: KeywordItem[] = [];
      let cursor: string | null = null;
      do {
        const { status, body }: { status: number; body: Page } = await list({
          sort,
          limit: '7',
          ...(cursor === null ? {} : { cursor }),
        });
        expect(status).toBe(200);
        all.push(...body.items);
        cursor = body.nextCursor;
      } while (cursor !== null);
      expect(all).toHaveLength(NAMED.length + 41);
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      const rows = await world.projection.rows<{ id: string }>(
        `select id from keyword order by ${SORTS[sort].column} ${SORTS[sort].direction} nulls last`,
      );
      const values = await valuesBy(sort);
      expect(all.map(({ id }) => values.get(id))).toEqual(rows.map(({ id }) => values.get(id)));
    },
  );

  it('pages through similar ones as well', async () => {
    const first = (await list({ query: 'planer', limit: '2' })).body;
    const second = (await list({ query: 'planer', limit: '2', cursor: first.nextCursor ?? '' })).body;
    expect([...first.items, ...second.items]).toHaveLength(3);
    expect(second).toMatchObject({ match: 'similar', nextCursor: null });
  });

  it('refuses a forged cursor, and one of another list', async () => {
    const { nextCursor } = (await list({ limit: '2' })).body;
    const forged = await list({ limit: '2', cursor: `${nextCursor?.slice(0, -3)}AAA` });
    const foreign = await list({ limit: '2', sort: 'keyword', cursor: nextCursor ?? '' });
    for (const answer of [forged, foreign])
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'cursor' }] } });
  });

  it.each([
    ['limit', '0'],
    ['limit', '201'],
    ['limit', '-1'],
    ['limit', 'many'],
    ['sort', 'price'],
    ['marketplace', 'alibaba'],
    ['country', 'UK'],
    ['minVolume', '-5'],
    ['query', 'x'.repeat(10_000)],
    ['query', 'a\u0000b'],
    ['minPosition', '-1'],
    ['minPosition', '9999999999999999999'],
    ['colour', 'red'],
  ])('refuses %s=%.20s and names the field', async (field, value) => {
    expect(await list({ [field]: value })).toMatchObject({
      status: 400,
      body: { errors: [{ path: field }] },
    });
  });

  it('says that it is stale where a position is not reached within a second', async () => {
    const { body } = await list({ minPosition: '999999', limit: '1' });
    expect(body).toMatchObject({ stale: true });
    expect((await list({ minPosition: '3', limit: '1' })).body).not.toHaveProperty('stale');
  });

  it('reads every page from the index of its sort, without sorting', async () => {
    await world.projection.rows(
      `insert into keyword (id, keyword, normalized, marketplace, country, known_since, search_volume, item, fold)
       select gen_random_uuid(), 'filler', 'filler ' || n, 'ebay', 'GB', now(), case when n % 2 = 0 then n end, '{}', '{}'
         from generate_series(1, 20000) n`,
    );
    await world.projection.rows(keywordsProjection.indexes ?? '');
    await world.projection.rows('analyze keyword');
    const place = `(500::float8, '00000000-0000-0000-0000-000000000000'::uuid)`;
    for (const [condition, direction] of [
      [`search_volume is not null and (search_volume, id) < ${place}`, 'desc'],
      [`search_volume is not null and (search_volume, id) > ${place}`, 'asc'],
      [`search_volume is null and id > '00000000-0000-0000-0000-000000000000'`, 'asc'],
      [`search_volume is null and id < '10000000-0000-0000-0000-000000000000'`, 'desc'],
    ]) {
      const plan = await world.projection.rows<{ 'QUERY PLAN': string }>(
        `explain (costs off) select id, item from keyword where ${condition}
          order by search_volume ${direction}, id ${direction} limit 50`,
      );
      const text = plan.map((row) => row['QUERY PLAN']).join('\n');
      expect(text).toContain('keyword_by_search_volume');
      expect(text).not.toContain('Sort');
    }
  });
});

async function valuesBy(sort: (typeof SORT_NAMES)[number]): Promise<Map<string, unknown>> {
  const rows = await world.projection.rows<{ id: string; value: unknown }>(
    `select id, ${SORTS[sort].column}::text as value from keyword`,
  );
  return new Map(rows.map(({ id, value }) => [id, value]));
}
