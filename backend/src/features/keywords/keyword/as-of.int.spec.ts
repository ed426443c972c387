import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from '@jest/globals';
import { startTestPostgres, type TestPostgres } from '../../../../following/testing/test-postgres.js';
import { observationsKnown } from '../reading/observations-known.js';
import { formulasAt, type Formulas } from '../scoring/formulas.js';
import { failed, idOf, idOfKeyword, log, looked, reported, retracted } from '../testing/events.js';
import { openKeywordWorld, type KeywordWorld } from '../testing/keyword-world.js';
import type { KeywordTrendDto } from '../trend/keyword-trend.dto.js';
import type { KeywordHistoryDto } from '../history/keyword-history.dto.js';
import type { KeywordListingsDto } from '../listings/keyword-listings.dto.js';
import type { KeywordDto } from './keyword.dto.js';

let postgres: TestPostgres;
let world: KeywordWorld;
beforeAll(async () => {
  postgres = await startTestPostgres();
}, 60_000);
beforeEach(async () => {
  world = await openKeywordWorld(postgres);
});
afterEach(() => world.close());
afterAll(() => postgres.stop(), 60_000);

const id = idOfKeyword();
const volume = (value: number) => ({ searchVolume: { value, relation: 'eq', kind: 'reported' } }) as const;
const keyword = async (query: Record<string, string> = {}) =>
  (await world.get<KeywordDto>(`/keywords/${id}`, query)).body;
const trend = async (query: Record<string, string> = {}) =>
  (await world.get<KeywordTrendDto>(`/keywords/${id}/trend`, query)).body;

describe('a keyword as it was known then', () => {
  it("a past day restated today: asOf yesterday gives yesterday's answer", async () => {
    const pastDay = '2026-03-02T00:00:00Z';
    await world.given(
      log(
        reported({ name: 'told', at: pastDay, recordedAt: '2026-03-03T06:00:00Z' }, volume(1200)),
        reported({ name: 'restated', at: pastDay, recordedAt: '2026-03-10T06:00:00Z' }, volume(900)),
      ),
    );
    const yesterday = { asOf: '2026-03-09T23:59:59Z' };

    expect((await keyword()).metrics.searchVolume?.value).toBe(900);
    expect((await keyword(yesterday)).metrics.searchVolume).toMatchObject({
      value: 1200,
      observationId: idOf('told'),
    });
    expect((await trend()).points).toMatchObject([{ date: '2026-03-02', value: 900 }]);
    expect((await trend(yesterday)).points).toMatchObject([{ date: '2026-03-02', value: 1200 }]);
    const history = (await world.get<KeywordHistoryDto>(`/keywords/${id}/history`, yesterday)).body;
    expect(history.items.map(({ eventId }) => eventId)).toEqual([idOf('told')]);
  });

  it('answers with each past answer word for word, whatever came after', async () => {
    const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T08:00:00Z`;
    const facts = [
      looked({ name: '1', at: day(1) }, { resultCount: { value: 10, relation: 'eq' } }),
      failed({ name: '2', at: day(2) }),
      reported({ name: '3', at: day(1), recordedAt: day(3) }, volume(700)),
      looked({ name: '4', at: day(4) }, { resultCount: { value: 5000, relation: 'gt' } }),
      retracted({ name: '5', at: day(5) }, '3'),
      looked({ name: '6', at: day(6) }, { resultCount: null, listings: [] }),
    ];
    const events = log(...facts);
    for (const [index, event] of events.entries()) {
      await world.given([event]);
      const now = await keyword();
      const { asOf, ...then } = await keyword({ asOf: event.metadata.recordedAt });
      expect({ ...then, after: index }).toEqual({ ...now, after: index });
      expect(asOf).toBe(event.metadata.recordedAt);
    }
    const answers = await Promise.all(events.map(({ metadata }) => keyword({ asOf: metadata.recordedAt })));
    expect(answers.map(({ metrics }) => metrics.resultCount?.value)).toEqual([10, 10, 10, 5000, 5000, 5000]);
    expect(answers.map(({ metrics }) => metrics.searchVolume?.kind)).toEqual([
      'estimated', 'estimated', 'reported', 'reported', 'estimated', 'estimated',
    ]); // prettier-ignore
  });

  it('a moment before a formula was live is answered with the formula that was live then', async () => {
    await world.given(log(looked({ name: 'look', at: '2026-03-10T08:00:00Z' })));
    const former: Formulas = {
      ...formulasAt(undefined),
      demand: {
        version: 'demand-0',
        liveSince: '1995-01-01T00:00:00.000Z',
        score: () => ({ result: { value: 7, relation: 'eq' }, inputs: {} }),
      },
    };
    const [observation] = await observationsKnown(world.tables, {
      keywordIds: [id],
      workspace: 'demo',
      formulas: former,
    });
    expect(observation?.metrics).toMatchObject({
      searchVolume: { value: 7, formula: 'demand-0' },
      competition: { formula: 'competition-1' },
    });
  });

  it('knows nothing before the first observation was recorded', async () => {
    await world.given(log(looked({ name: 'look', at: '2026-03-10T08:00:00Z' })));
    expect(await keyword({ asOf: '2026-03-09' })).toMatchObject({
      keyword: 'budget planner',
      metrics: {},
      opportunity: null,
      trend: [],
      lastObservedAt: null,
      asOf: '2026-03-09T23:59:59.999Z',
    });
  });

  it('shows the listings that were the newest then', async () => {
    await world.given(
      log(
        looked({ name: 'old', at: '2026-03-10T08:00:00Z' }),
        looked({ name: 'new', at: '2026-03-11T08:00:00Z' }, { listings: [] }),
        looked({ name: 'second page', at: '2026-03-12T08:00:00Z' }, { page: 2 }),
      ),
    );
    const listings = async (query = {}) =>
      (await world.get<KeywordListingsDto>(`/keywords/${id}/listings`, query)).body;
    expect(await listings()).toMatchObject({ observationId: idOf('new'), items: [] });
    expect(await listings({ asOf: '2026-03-10' })).toMatchObject({
      observationId: idOf('old'),
      resultCount: { value: 4000, relation: 'eq' },
      items: [{ title: 'Budget planner, printable', place: 1 }],
    });
    expect(await listings({ asOf: '2026-03-09' })).toMatchObject({ observedAt: null, items: [] });
  });

  it('a retracted observation is marked in the history from then on, and stays', async () => {
    await world.given(
      log(
        reported({ name: 'wrong', at: '2026-03-10T08:00:00Z' }, volume(5)),
        retracted({ name: 'sorry', at: '2026-03-12T08:00:00Z' }, 'wrong'),
      ),
    );
    const history = async (query = {}) =>
      (await world.get<KeywordHistoryDto>(`/keywords/${id}/history`, query)).body.items.map((item) => [
        item.type,
        item.retracted,
      ]);
    expect(await history()).toEqual([
      ['observation.Retracted.v1', false],
      ['observation.MetricsReported.v1', true],
    ]);
    expect(await history({ asOf: '2026-03-11' })).toEqual([['observation.MetricsReported.v1', false]]);
    expect((await trend()).points).toEqual([]);
    expect((await trend({ asOf: '2026-03-11' })).points).toHaveLength(1);
  });

  it.each(['yesterday', '0000-01-01', '3000-01-01T00:00:00Z', '2026-13-01', ''])(
    'refuses asOf=%s and names the field',
    async (asOf) => {
      expect(await world.get(`/keywords/${id}`, { asOf })).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'asOf' }] },
      });
    },
  );
});

describe('why this number', () => {
  it('gives the inputs of every number that a formula gave', async () => {
    await world.given(log(looked({ name: 'look', at: '2026-03-10T08:00:00Z' })));
    const { scores, metrics, opportunity } = await keyword();
    expect(Object.keys(scores)).toEqual([
      'searchVolume', 'competition', 'averagePrice', 'minPrice', 'maxPrice', 'opportunity',
    ]); // prettier-ignore
    expect(scores['searchVolume']).toMatchObject({
      value: metrics.searchVolume?.value,
      formula: 'demand-1',
      inputs: { resultCount: { value: 4000, relation: 'eq' }, observationId: idOf('look') },
    });
    expect(scores['opportunity']).toMatchObject({
      value: opportunity?.value,
      inputs: { searchVolume: metrics.searchVolume, competition: metrics.competition },
    });
  });
});
