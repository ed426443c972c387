import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectionSpec, type ProjectionSpec } from '../../../../following/testing/projection-spec.js';
import { startTestPostgres, type TestPostgres } from '../../../../following/testing/test-postgres.js';
import {
  failed,
  idOf,
  idOfKeyword,
  log,
  looked,
  reported,
  retracted,
  tracked,
  type Written,
} from '../testing/events.js';
import type { KeywordItem } from './keyword-item.js';
import { keywordsProjection } from './keywords.projection.js';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
}, 60_000);
afterAll(() => postgres.stop(), 60_000);

const onNewTables = async <Result>(work: (spec: ProjectionSpec) => Promise<Result>): Promise<Result> => {
  const spec = await projectionSpec(await postgres.createDatabase(), keywordsProjection);
  try {
    return await work(spec);
  } finally {
    await spec.close();
  }
};

const itemOf = async (spec: ProjectionSpec, id = idOfKeyword()): Promise<KeywordItem | undefined> => {
  const [row] = await spec.rows<{ item: string }>('select item from keyword where id = $1', [id]);
  return row && (JSON.parse(row.item) as KeywordItem);
};

/** What the observations come to, from empty tables, in one batch. */
const after = (...events: Written[]): Promise<KeywordItem | undefined> =>
  onNewTables(async (spec) => {
    await spec.given(log(...events));
    return itemOf(spec);
  });

describe('the keywords projection', () => {
  it('a look gives its numbers with source, time and event', async () => {
    const item = await after(looked({ name: 'look', at: '2026-03-10T08:00:00Z' }));
    expect(item?.metrics.resultCount).toEqual({
      value: 4000,
      relation: 'eq',
      kind: 'measured',
      source: 'amazon.com search page',
      origin: 'sandbox',
      observedAt: '2026-03-10T08:00:00.000Z',
      observationId: idOf('look'),
    });
    expect(item?.metrics.searchVolume).toMatchObject({ kind: 'estimated', formula: 'demand-1' });
    expect(item?.metrics.averagePrice).toMatchObject({ value: 500, currency: 'USD', kind: 'measured' });
    expect(item?.opportunity).toMatchObject({ kind: 'estimated', formula: 'opportunity-1' });
    expect(item?.trend).toEqual([{ date: '2026-03-09', value: item?.metrics.searchVolume?.value }]);
  });

  it('an event that stands twice in the log counts once', () =>
    onNewTables(async (spec) => {
      const look = looked({ name: 'look', at: '2026-03-10T08:00:00Z' });
      await spec.given(log(look, look));
      const [row] = await spec.rows<{ count: string }>('select count(*) from observation');
      expect(row?.count).toBe('1');
    }));

  it('a failed look is shown beside the last good values and changes none of them', async () => {
    const good = looked({ name: 'good', at: '2026-03-10T08:00:00Z' });
    const item = await after(good, failed({ name: 'bad', at: '2026-03-11T08:00:00Z' }));
    expect(item?.metrics).toEqual((await after(good))?.metrics);
    expect(item?.lastObservedAt).toBe('2026-03-10T08:00:00.000Z');
    expect(item?.lastFailure).toMatchObject({
      reason: 'captcha',
      occurredAt: '2026-03-11T08:00:00.000Z',
      marketplace: 'amazon',
    });
  });

  it('a failed look is over once a look succeeds, and not by a report', async () => {
    const bad = failed({ name: 'bad', at: '2026-03-11T08:00:00Z' });
    const report = reported(
      { name: 'report', at: '2026-03-12T08:00:00Z' },
      { cpc: { value: 80, relation: 'eq', kind: 'reported', currency: 'USD' } },
    );
    expect((await after(bad, report))?.lastFailure).not.toBeNull();
    expect((await after(bad, looked({ name: 'good', at: '2026-03-13T08:00:00Z' })))?.lastFailure).toBeNull();
  });

  it('a failed look at suggestions says nothing about the keyword', async () => {
    expect(
      await after(failed({ name: 'bad', at: '2026-03-11T08:00:00Z' }, { look: 'suggestions' })),
    ).toBeUndefined();
  });

  it('a tracked keyword that was never seen can be found and has no numbers', async () => {
    const item = await after(
      tracked({ name: 'track', at: '2026-03-11T08:00:00Z', keyword: 'Budget  Planner' }),
    );
    expect(item).toMatchObject({
      metrics: {},
      opportunity: null,
      trend: [],
      lastObservedAt: null,
      origins: [],
    });
  });

  it('"0 results" with stopgap listings is a count of exactly 0, without price, demand or opportunity', async () => {
    const item = await after(
      looked(
        { name: 'empty', at: '2026-03-10T08:00:00Z' },
        { resultCount: { value: 0, relation: 'eq' }, listings: [] },
      ),
    );
    expect(item?.metrics.resultCount).toMatchObject({ value: 0, relation: 'eq', kind: 'measured' });
    expect(item?.metrics.competition).toMatchObject({ value: 0, relation: 'eq' });
    expect(Object.keys(item?.metrics ?? {}).toSorted()).toEqual(['competition', 'resultCount']);
    expect(item?.opportunity).toBeNull();
  });

  it('"over 100,000 results" gives competition a lower and opportunity an upper bound', async () => {
    const item = await after(
      looked(
        { name: 'look', at: '2026-03-10T08:00:00Z' },
        { resultCount: { value: 100_000, relation: 'gt' } },
      ),
    );
    expect(item?.metrics.resultCount?.relation).toBe('gt');
    expect(item?.metrics.competition?.relation).toBe('gte');
    expect(item?.opportunity?.relation).toBe('lt');
  });

  it('a reported search volume stands before newer estimates for 180 days', async () => {
    const report = reported(
      { name: 'report', at: '2026-01-01T00:00:00Z' },
      { searchVolume: { value: 12_000, relation: 'eq', kind: 'reported' } },
    );
    const soon = looked({ name: 'soon', at: '2026-06-30T00:00:00Z' });
    const late = looked({ name: 'late', at: '2026-07-01T00:00:00Z' });
    expect((await after(report, soon))?.metrics.searchVolume).toMatchObject({
      value: 12_000,
      kind: 'reported',
    });
    expect((await after(report, soon, late))?.metrics.searchVolume).toMatchObject({ kind: 'estimated' });
  });

  it('what a source says later about the same moment supersedes, and both stay in the history', () =>
    onNewTables(async (spec) => {
      const at = '2026-03-10T00:00:00Z';
      const volume = (value: number) =>
        ({ searchVolume: { value, relation: 'eq', kind: 'reported' } }) as const;
      await spec.given(
        log(reported({ name: 'first', at }, volume(100)), reported({ name: 'second', at }, volume(90))),
      );
      expect((await itemOf(spec))?.metrics.searchVolume).toMatchObject({
        value: 90,
        observationId: idOf('second'),
      });
      expect(await spec.rows('select 1 from observation')).toHaveLength(2);
    }));

  it('a retracted observation counts no more, and what it replaced is back', async () => {
    const item = await after(
      looked({ name: 'good', at: '2026-03-10T08:00:00Z' }, { resultCount: { value: 10, relation: 'eq' } }),
      looked({ name: 'wrong', at: '2026-03-11T08:00:00Z' }, { resultCount: { value: 99, relation: 'eq' } }),
      retracted({ name: 'sorry', at: '2026-03-12T08:00:00Z' }, 'wrong'),
    );
    expect(item?.metrics.resultCount).toMatchObject({ value: 10, observationId: idOf('good') });
    expect(item?.lastObservedAt).toBe('2026-03-10T08:00:00.000Z');
  });

  it('NUL characters of a page title and of a failure stop nothing', async () => {
    const item = await after(
      failed({ name: 'bad', at: '2026-03-11T08:00:00Z' }, { detail: 'cut\u0000off' }),
      reported(
        { name: 'odd', at: '2026-03-10T08:00:00Z', source: 'a\u0000b' },
        { rank: { value: 1, relation: 'eq', kind: 'reported' } },
      ),
    );
    expect(item?.lastFailure?.detail).toBe('cut\uFFFDoff');
    expect(item?.metrics.rank?.source).toBe('a\uFFFDb');
  });

  it('keeps 160 weeks of demand and nothing older', async () => {
    const weeks = Array.from({ length: 170 }, (_, week) =>
      looked({
        name: `week ${week}`,
        at: new Date(Date.UTC(2023, 0, 2) + week * 7 * 86_400_000).toISOString(),
      }),
    );
    const item = await after(...weeks);
    expect(item?.trend).toHaveLength(160);
    expect(item?.trend.at(-1)?.date).toBe(weeks.at(-1)?.event.metadata.occurredAt.slice(0, 10));
  });

  it('of two sources at one moment, the one that spoke last is shown', async () => {
    const at = '2026-03-10T00:00:00Z';
    const says = (name: string, source: string, value: number) =>
      reported({ name, at, source }, { rank: { value, relation: 'eq', kind: 'reported' } });
    const item = await after(
      says('1', 'one tool', 10),
      says('2', 'other tool', 20),
      says('3', 'one tool', 30),
    );
    expect(item?.metrics.rank).toMatchObject({ value: 30, source: 'one tool' });
  });
});
