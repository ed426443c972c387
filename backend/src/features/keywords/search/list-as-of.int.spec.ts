import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AnyRecordedEvent } from '../../../../event-log/event-log.js';
import { startTestPostgres, type TestPostgres } from '../../../../following/testing/test-postgres.js';
import type { KeywordItem } from '../projection/keyword-item.js';
import { formulasAt, type Formulas } from '../scoring/formulas.js';
import { idOfKeyword, log, looked, reported, tracked } from '../testing/events.js';
import { anyFactsOutOfTurn, at, FACT_KEYWORDS } from '../testing/facts-out-of-turn.js';
import { openKeywordWorld, type KeywordWorld } from '../testing/keyword-world.js';
import { filterOf } from './filter.js';
import { readPageAsOf } from './list-as-of.js';
import { SORT_NAMES, SORTS } from './sorts.js';

interface Page {
  readonly items: readonly KeywordItem[];
  readonly nextCursor: string | null;
  readonly match: string;
  readonly asOf?: string;
}

let postgres: TestPostgres;
/** Knows everything; is asked about the past. */
let all: KeywordWorld;
/** Knows what had been recorded by then, and no more; is asked about now. */
let then: KeywordWorld;
beforeAll(async () => {
  postgres = await startTestPostgres();
  [all, then] = await Promise.all([openKeywordWorld(postgres), openKeywordWorld(postgres)]);
}, 60_000);
afterAll(async () => {
  await Promise.all([all.close(), then.close()]);
  await postgres.stop();
}, 60_000);

async function knows(world: KeywordWorld, events: readonly AnyRecordedEvent[]): Promise<void> {
  await world.projection.startOver();
  await world.given(events);
}

type Query = Readonly<Record<string, string>>;
const asked = (world: KeywordWorld, query: Query, workspace?: string) =>
  world.get<Page>('/keywords', query, workspace);

/** The whole list, page by page: everything of the answers but their cursors. */
async function listed(world: KeywordWorld, query: Query, workspace?: string): Promise<unknown[]> {
  const pages: unknown[] = [];
  let cursor: string | null = null;
  do {
    const { status, body }: { status: number; body: Page } = await asked(
      world,
      {
        limit: '2',
        ...query,
        ...(cursor === null ? {} : { cursor }),
      },
      workspace,
    );
    expect(status).toBe(200);
    const { nextCursor, asOf: _asked, ...page } = body;
    pages.push({ ...page, goesOn: nextCursor !== null });
    cursor = nextCursor;
  } while (cursor !== null);
  return pages;
}

const FILTERS: readonly Query[] = [
  {},
  { query: 'plan' },
  { query: 'planer' },
  { marketplace: 'etsy' },
  { country: 'DE', query: 'PLANNER' },
  { minVolume: '500' },
];

const WORKSPACES = ['one', 'other', 'third'] as const;
/** What a workspace reports, and takes back, is for nobody else. */
const maySee = (workspace: string, { metadata }: AnyRecordedEvent): boolean =>
  metadata.workspace === undefined || metadata.workspace === workspace;

describe('the list as of a past moment', () => {
  it('is for any facts what a product answers that was told what was recorded until then, as are keyword and trend', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFactsOutOfTurn,
        fc.array(fc.nat(1_000), { minLength: 1, maxLength: 2 }),
        fc.constantFrom(...FILTERS),
        fc.uniqueArray(fc.constantFrom(...SORT_NAMES), { minLength: 3, maxLength: 3 }),
        fc.constantFrom(...WORKSPACES),
        async (facts, moments, filter, sorts, workspace) => {
          const events = log(...facts);
          await knows(all, events);
          for (const pick of moments) {
            const asOf = events[pick % events.length]?.metadata.recordedAt ?? '';
            const known = events.filter(
              (event) => event.metadata.recordedAt <= asOf && maySee(workspace, event),
            );
            await knows(then, known);
            for (const sort of sorts)
              expect(await listed(all, { ...filter, sort, asOf }, workspace)).toEqual(
                await listed(then, { ...filter, sort }, workspace),
              );
            for (const keyword of FACT_KEYWORDS)
              for (const path of [
                '',
                '/trend',
                '/trend?metric=opportunity&interval=month',
                '/listings',
                '/history',
              ])
                await expectSame(`/keywords/${idOfKeyword(keyword)}${path}`, asOf, workspace);
          }
        },
      ),
      { numRuns: 20 },
    );
  }, 120_000);

  it('a workspace sees what a product answers that was told nothing but what all share and what the workspace posted', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFactsOutOfTurn,
        fc.constantFrom(...FILTERS),
        fc.constantFrom(...WORKSPACES),
        async (facts, filter, workspace) => {
          const events = log(...facts);
          await knows(all, events);
          await knows(
            then,
            events.filter((event) => maySee(workspace, event)),
          );
          for (const sort of SORT_NAMES)
            expect(await listed(all, { ...filter, sort }, workspace)).toEqual(
              await listed(then, { ...filter, sort }, workspace),
            );
          for (const keyword of FACT_KEYWORDS)
            for (const path of ['', '/trend', '/listings', '/history']) {
              const address = `/keywords/${idOfKeyword(keyword)}${path}`;
              const [one, other] = [
                await all.get(address, {}, workspace),
                await then.get(address, {}, workspace),
              ];
              expect({ ...one.body, requestId: '' }).toEqual({ ...other.body, requestId: '' });
            }
        },
      ),
      { numRuns: 20 },
    );
  }, 120_000);

  it('begins where a keyword is first heard of, whoever names it', async () => {
    await knows(
      all,
      log(
        tracked({ name: 'asked for', at: at(1), keyword: 'early planner' }),
        looked({ name: 'seen', at: at(3), keyword: 'early planner' }),
        looked({ name: 'late', at: at(4), keyword: 'late planner' }),
      ),
    );
    const names = async (asOf: string) =>
      (await asked(all, { asOf })).body.items.map(({ keyword, lastObservedAt }) => [keyword, lastObservedAt]);
    expect(await names(at(0))).toEqual([]);
    expect(await names(at(2))).toEqual([['early planner', null]]);
    expect(await names(at(3))).toEqual([['early planner', at(3)]]);
    expect(await names(at(4))).toHaveLength(2);
  });

  it('goes by the moment of recording and not by that of the observation', async () => {
    const volume = (value: number) =>
      ({ searchVolume: { value, relation: 'eq', kind: 'reported' } }) as const;
    await knows(
      all,
      log(
        reported({ name: 'told', at: at(1), recordedAt: at(2) }, volume(100)),
        reported({ name: 'restated', at: at(1), recordedAt: at(5) }, volume(900)),
      ),
    );
    const volumes = async (query: Query) =>
      (await asked(all, query)).body.items.map(({ metrics }) => metrics.searchVolume?.value);
    expect(await volumes({ asOf: at(4) })).toEqual([100]);
    expect(await volumes({ asOf: at(4), minVolume: '500' })).toEqual([]);
    expect(await volumes({ asOf: at(5), minVolume: '500' })).toEqual([900]);
  });

  it('goes by the moment of recording also where the log has it the other way round', async () => {
    const volume = (value: number) =>
      ({ searchVolume: { value, relation: 'eq', kind: 'reported' } }) as const;
    const ahead = reported({ name: 'by a clock ahead', at: at(1), recordedAt: at(6) }, volume(100));
    const behind = reported({ name: 'by a clock behind', at: at(2), recordedAt: at(4) }, volume(900));
    await all.projection.startOver();
    for (const event of log(ahead, behind)) await all.given([event]);
    for (const [day, volumes] of [
      [3, []],
      [5, [900]],
      [6, [900]],
    ] as const) {
      const { items } = (await asked(all, { asOf: at(day), minVolume: '1' })).body;
      expect([day, items.map(({ metrics }) => metrics.searchVolume?.value)]).toEqual([day, volumes]);
      expect((await asked(all, { asOf: at(day), minVolume: '500' })).body.items).toHaveLength(volumes.length);
    }
  });

  it('is ordered by the formulas that were live then', async () => {
    await knows(
      all,
      log(
        looked({ name: 'a', at: at(1), keyword: 'few' }, { resultCount: { value: 10, relation: 'eq' } }),
        looked({ name: 'b', at: at(1), keyword: 'many' }, { resultCount: { value: 90_000, relation: 'eq' } }),
        tracked({ name: 'c', at: at(1), keyword: 'unseen' }),
      ),
    );
    const former: Formulas = {
      ...formulasAt(undefined),
      demand: {
        version: 'demand-0',
        liveSince: '1995-01-01T00:00:00.000Z',
        score: ({ resultCount }) => ({
          result: { value: 100_000 - (resultCount?.value ?? 0), relation: 'eq' },
          inputs: {},
        }),
      },
    };
    const page = (formulas: Formulas) =>
      readPageAsOf(
        all.tables,
        {
          filter: filterOf({
            text: '',
            match: 'all',
            marketplace: undefined,
            country: undefined,
            minVolume: undefined,
          }),
          settings: {},
          sort: SORTS['-searchVolume'],
          after: undefined,
          size: 10,
        },
        { asOf: at(2), workspace: 'demo', formulas },
      );
    const names = (rows: Awaited<ReturnType<typeof page>>) =>
      rows.map(({ item }) => (JSON.parse(item) as KeywordItem).keyword);
    expect(names(await page(former))).toEqual(['few', 'many', 'unseen']);
    expect((await page(former))[0]?.item).toContain('"formula":"demand-0"');
    expect(names(await page(formulasAt(undefined)))).toEqual(['many', 'few', 'unseen']);
  });

  it('a page of one moment does not go on at another, nor now', async () => {
    await knows(all, log(...['a', 'b', 'c'].map((keyword) => looked({ name: keyword, at: at(1), keyword }))));
    const { nextCursor } = (await asked(all, { asOf: at(1), limit: '1' })).body;
    for (const query of [{ asOf: at(2) }, {}])
      expect(await asked(all, { ...query, limit: '1', cursor: nextCursor ?? '' })).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'cursor' }] },
      });
    expect(await asked(all, { asOf: at(1), limit: '1', cursor: nextCursor ?? '' })).toMatchObject({
      status: 200,
      body: { asOf: at(1) },
    });
  });

  it.each(['', '/trend', '/listings', '/history'])(
    'of a moment to come is what is known now, for keywords%s too',
    async (path) => {
      await knows(all, log(looked({ name: 'a', at: at(1) })));
      const address = path === '' ? '/keywords' : `/keywords/${idOfKeyword()}${path}`;
      const { asOf: _told, ...future } = (await all.get<Page>(address, { asOf: '2099-01-01' })).body;
      expect(future).toEqual((await all.get(address)).body);
    },
  );

  it.each(['yesterday', '0000-01-01', '3000-01-01T00:00:00Z', '2026-13-01', ''])(
    'refuses asOf=%s and names the field',
    async (asOf) => {
      expect(await asked(all, { asOf })).toMatchObject({ status: 400, body: { errors: [{ path: 'asOf' }] } });
    },
  );
});

/** Keyword pages answer for what is not known yet too: with nothing. A product that never heard of it says 404. */
async function expectSame(path: string, asOf: string, workspace: string): Promise<void> {
  const [address = '', search = ''] = path.split('?');
  const query = Object.fromEntries(new URLSearchParams(search));
  const now = await then.get(address, query, workspace);
  if (now.status === 404) return;
  const { asOf: _asked, ...past } = (await all.get(address, { ...query, asOf }, workspace)).body;
  expect({ path, ...past }).toEqual({ path, ...now.body });
}
