import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startTestPostgres, type TestPostgres } from '../../../../following/testing/test-postgres.js';
import { LiveBuilds } from '../../../../following/waiting/live-builds.js';
import { startTestProduct } from '../../../platform/testing/test-product.js';
import { until } from '../../../platform/testing/until.js';
import { Cursors } from '../../../platform/http/cursors.js';
import { ListKeywordsQuery } from '../search/list-keywords.dto.js';
import { ListKeywords, ListKeywordsHandler } from '../search/list-keywords.query.js';
import { SORT_NAMES } from '../search/sorts.js';
import { log, looked, reported, tracked, type Written } from '../testing/events.js';
import { openKeywordWorld, type KeywordWorld } from '../testing/keyword-world.js';
import { listing } from '../testing/pages.js';
import { KeywordIndex } from './keyword-index.js';

const WORDS = [
  'budget', 'planner', 'planners', 'Plan', 'plant', 'x', '2026', 'wedding', 'vintage', 'vintages', 'svg', 'a-b', "don't",
  'café', 'cafe\u0301', 'naïve', 'ß', 'İstanbul', 'ΟΔΟΣ', 'ﬁsh', 'مخطط', 'الميزانية', 'תקציב', 'תכנון', '日本', '手帳カレンダー', 'ปฏิทิน',
  '🎉', '👩‍🏫', '\u{1F3F4}', '\uFFFD', '100%', '50%', 'snake_case', 'snakeXcase', 'back\\slash', '!!!', 'x', 'planer',
] as const; // prettier-ignore
const MARKETPLACES = ['amazon', 'etsy', 'ebay'] as const;
const COUNTRIES = ['US', 'GB', 'DE'] as const;

const name = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '));
const place = { marketplace: fc.constantFrom(...MARKETPLACES), country: fc.constantFrom(...COUNTRIES) };

/** Some fact about some keyword: few values, so that many are equal and some absent. */
const fact = fc.record({
  ...place,
  keyword: name,
  kind: fc.constantFrom('look', 'report', 'track'),
  value: fc.integer({ min: 0, max: 4 }),
  day: fc.integer({ min: 1, max: 28 }),
  workspace: fc.constantFrom(undefined, undefined, 'one', 'other'),
});
type Fact = typeof fact extends fc.Arbitrary<infer Value> ? Value : never;

let written = 0;
function eventOf({ kind, value, day, ...subject }: Fact): Written {
  const said = {
    ...subject,
    name: `fact ${written++}`,
    at: `2026-02-${String(day).padStart(2, '0')}T08:00:00Z`,
  };
  if (kind === 'track') return tracked(said);
  if (kind === 'report')
    return reported(said, { searchVolume: { value: value * 100, relation: 'eq', kind: 'reported' } });
  return looked(said, {
    resultCount: value === 0 ? null : { value: value * 10, relation: 'eq' },
    listings: [listing({ price: value === 1 ? null : { minor: value, currency: 'EUR', relation: 'eq' } })],
  });
}

/** Pieces of names, some with a letter missing or too many: texts that are found, that are similar, and that are neither. */
const text = fc
  .record({ name, from: fc.nat(8), length: fc.integer({ min: 1, max: 14 }), slip: fc.nat(40) })
  .map((said) => {
    const piece = [...said.name].slice(said.from, said.from + said.length);
    if (said.slip < piece.length) piece.splice(said.slip, 1);
    else if (said.slip > 34) piece.splice(piece.length >> 1, 0, 'q');
    return piece.join('');
  });
const question = fc.record(
  {
    query: text,
    ...place,
    minVolume: fc.constantFrom(0, 100, 250),
    sort: fc.constantFrom(...SORT_NAMES),
    limit: fc.integer({ min: 1, max: 9 }),
  },
  { requiredKeys: ['sort', 'limit'] },
);

let postgres: TestPostgres;
let world: KeywordWorld;
let sql: ListKeywordsHandler;
beforeAll(async () => {
  postgres = await startTestPostgres();
  world = await openKeywordWorld(postgres);
  const cursors = new Cursors({ CURSOR_SECRET: 'a secret of the specs alone' });
  sql = new ListKeywordsHandler(
    world.tables,
    { page: () => Promise.resolve(undefined), isOwner: () => false },
    cursors,
  );
}, 60_000);
afterAll(async () => {
  await world.close();
  await postgres.stop();
}, 60_000);

async function given(facts: readonly Fact[]): Promise<void> {
  const position = BigInt(written) + 1n;
  await world.given(
    log(...facts.map(eventOf)).map((event, i) => ({ ...event, position: position + BigInt(i) })),
  );
}

/** Answers of index and database to the same question, page after page. */
async function bothAnswer(
  asked: Readonly<Record<string, unknown>>,
  pages: number,
  workspace = 'nobody',
): Promise<number> {
  let items = 0;
  for (let cursor: string | null | undefined, page = 0; cursor !== null && page < pages; page += 1) {
    const query = { ...asked, ...(cursor === undefined ? {} : { cursor }) };
    const strings = Object.fromEntries(Object.entries(query).map(([key, value]) => [key, String(value)]));
    const { body } = await world.get<{ items: unknown[]; nextCursor: string | null }>(
      '/keywords',
      strings,
      workspace,
    );
    const answer = await sql.execute(
      new ListKeywords(Object.assign(new ListKeywordsQuery(), query), workspace),
    );
    expect(body).toEqual(JSON.parse(answer.bytes.toString()));
    items += body.items.length;
    cursor = body.nextCursor;
  }
  return items;
}

describe('the index of keywords', () => {
  it('answers as the database does, whatever is asked, while keywords come and change', async () => {
    let found = 0;
    const matches = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fact, { minLength: 1, maxLength: 60 }),
        fc.array(question, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('one', 'other', 'third'),
        async (facts, questions, workspace) => {
          await given(facts);
          for (const asked of questions) {
            const answered = await world.index.page({
              text: '', marketplace: undefined, country: undefined, minVolume: undefined, after: undefined,
              sort: asked.sort, size: 1,
            }); // prettier-ignore
            matches.add(answered?.match ?? 'none');
            found += await bothAnswer(asked, 4, workspace);
          }
        },
      ),
      { numRuns: 40 },
    );
    // The index answered, and there was something to answer. (Where a machine is too busy for it to catch up in time, the
    // database may have answered now and then.)
    expect(matches).toContain('all');
    expect(found).toBeGreaterThan(500);
  }, 120_000);

  it('goes on from where it was after the database was away', async () => {
    const everything = {
      text: '',
      marketplace: undefined,
      country: undefined,
      minVolume: undefined,
      after: undefined,
    } as const;
    const names = async () => {
      const page = await world.index.page({ ...everything, sort: 'keyword', size: 200 });
      return page?.rows.map((row) => row.place().value);
    };
    await postgres.restart();
    const moved = (keyword: string): Fact => ({
      keyword,
      marketplace: 'etsy',
      country: 'US',
      kind: 'report',
      value: 3,
      day: 9,
      workspace: undefined,
    });
    // The first to ask after a restart may meet a connection that is dead.
    const answers = () => world.projection.rows('select 1').then(() => true).catch(() => false); // prettier-ignore
    await until('the database answers', answers);
    await given([moved('after the restart')]);
    const isThere = async () => (await names().catch(() => undefined))?.includes('after the restart');
    await until('the index has it', isThere);
    await given([moved('and later')]);
    expect(await bothAnswer({ query: 'later', sort: '-searchVolume', limit: 5 }, 1)).toBe(1);
  }, 60_000);
});

describe('the index of keywords beside a projector', () => {
  it('shows what was written, and all of it again from another build', async () => {
    const product = await startTestProduct();
    try {
      const index = product.app.get(KeywordIndex);
      const track = async (keyword: string) => {
        const { body } = await product.post('/api/v1/tracked-keywords', {
          keyword,
          marketplace: 'etsy',
          country: 'US',
        });
        return String(body['position']);
      };
      const found = async (minPosition: string) => {
        const { body } = await product.get(`/api/v1/keywords?sort=keyword&minPosition=${minPosition}`);
        return body.items?.map(({ keyword }) => keyword);
      };
      const answers = async () =>
        (await index.page({ text: '', marketplace: undefined, country: undefined, minVolume: undefined, after: undefined, sort: 'keyword', size: 9 }))?.rows.map((row) => row.place().value); // prettier-ignore
      expect(await found(await track('one planner'))).toEqual(['one planner']);
      await until('it is in the index', async () => (await answers())?.length === 1);

      const before = await product.app.get(LiveBuilds).schemaOf('keywords');
      // Who was just appointed is an operator once the gate has heard of it.
      await until('it is asked for', async () => (await product.post('/api/v1/projections/keywords/rebuild', {})).status < 300); // prettier-ignore
      await until('the build is another', async () => (await product.app.get(LiveBuilds).schemaOf('keywords')) !== before); // prettier-ignore
      expect(await found(await track('two planners'))).toEqual(['one planner', 'two planners']);
      await until('both are in the index', async () => (await answers())?.join() === 'one planner,two planners'); // prettier-ignore
    } finally {
      await product.close();
    }
  }, 90_000);
});
