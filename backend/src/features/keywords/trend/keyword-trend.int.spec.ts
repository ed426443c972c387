import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestPostgres, type TestPostgres } from '../../../../following/testing/test-postgres.js';
import type { KeywordHistoryDto } from '../history/keyword-history.dto.js';
import { failed, idOf, idOfKeyword, log, looked, reported } from '../testing/events.js';
import { openKeywordWorld, type KeywordWorld } from '../testing/keyword-world.js';
import { listing } from '../testing/pages.js';
import type { KeywordTrendDto } from './keyword-trend.dto.js';

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
const volume = (value: number, kind: 'reported' | 'estimated' = 'reported') =>
  ({ searchVolume: { value, relation: 'eq', kind } }) as const;
const trend = async (query: Record<string, string> = {}) =>
  (await world.get<KeywordTrendDto>(`/keywords/${id}/trend`, query)).body;

describe('GET /keywords/{id}/trend', () => {
  it('gives one value a week from Monday, what was reported before what was estimated, then the latest', async () => {
    await world.given(
      log(
        reported({ name: 'a', at: '2026-03-09T00:00:00Z' }, volume(10)),
        reported({ name: 'b', at: '2026-03-11T00:00:00Z' }, volume(20)),
        reported({ name: 'c', at: '2026-03-15T23:59:59Z' }, volume(99, 'estimated')),
        reported({ name: 'd', at: '2026-03-16T00:00:00Z' }, volume(30)),
      ),
    );
    expect(await trend()).toMatchObject({
      metric: 'searchVolume',
      unit: 'searchesPerMonth',
      interval: 'week',
      points: [
        { date: '2026-03-09', value: 20, relation: 'eq', kind: 'reported', observationId: idOf('b') },
        { date: '2026-03-16', value: 30, relation: 'eq', kind: 'reported' },
      ],
    });
    const days = await trend({ interval: 'day' });
    expect(days.points.map(({ date, value }) => [date, value])).toEqual([
      ['2026-03-09', 10],
      ['2026-03-11', 20],
      ['2026-03-15', 99],
      ['2026-03-16', 30],
    ]);
    expect((await trend({ interval: 'month' })).points).toMatchObject([{ date: '2026-03-01', value: 30 }]);
  });

  it('a failed look is a point of its own without a value, never a zero', async () => {
    await world.given(
      log(
        looked({ name: 'good', at: '2026-03-09T08:00:00Z' }),
        failed({ name: 'first try', at: '2026-03-16T08:00:00Z' }),
        failed({ name: 'second try', at: '2026-03-16T08:01:00Z' }),
        failed({ name: 'other', at: '2026-03-16T08:02:00Z' }, { reason: 'truncated' }),
      ),
    );
    const { points } = await trend({ metric: 'resultCount' });
    expect(points).toMatchObject([
      { date: '2026-03-09', value: 4000, kind: 'measured' },
      {
        date: '2026-03-16',
        value: null,
        kind: 'failed',
        reason: 'captcha',
        observationId: idOf('second try'),
      },
      { date: '2026-03-16', value: null, kind: 'failed', reason: 'truncated' },
    ]);
  });

  it('money is in one currency, that of the newest value', async () => {
    const priced = (currency: string, minor: number) => ({
      listings: [listing({ price: { minor, currency, relation: 'eq' } })],
    });
    await world.given(
      log(
        looked({ name: 'a', at: '2026-03-02T08:00:00Z' }, priced('USD', 500)),
        looked({ name: 'b', at: '2026-03-09T08:00:00Z' }, priced('XOF', 300_000)),
        looked({ name: 'c', at: '2026-03-16T08:00:00Z' }, priced('USD', 600)),
      ),
    );
    const { unit, currency, points } = await trend({ metric: 'averagePrice' });
    expect([unit, currency]).toEqual(['minorUnits', 'USD']);
    expect(points.map(({ value }) => value)).toEqual([500, 600]);
  });

  it('keeps to from and to, both days included', async () => {
    const days = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'];
    await world.given(
      log(...days.map((day, i) => reported({ name: day, at: `${day}T12:00:00Z` }, volume(i)))),
    );
    const { points } = await trend({ interval: 'day', from: '2026-03-02', to: '2026-03-03' });
    expect(points.map(({ date }) => date)).toEqual(['2026-03-02', '2026-03-03']);
  });

  it('ranges and bounds keep their relation', async () => {
    await world.given(
      log(
        reported(
          { name: 'range', at: '2026-03-09T00:00:00Z' },
          { searchVolume: { value: 10, maxValue: 100, relation: 'range', kind: 'reported' } },
        ),
      ),
    );
    expect((await trend()).points).toMatchObject([{ value: 10, maxValue: 100, relation: 'range' }]);
  });

  it('opportunity over time comes from demand and competition of each interval', async () => {
    await world.given(
      log(
        looked({ name: 'a', at: '2026-03-02T08:00:00Z' }),
        looked({ name: 'b', at: '2026-03-09T08:00:00Z' }, { resultCount: null }),
      ),
    );
    const { unit, points } = await trend({ metric: 'opportunity' });
    expect(unit).toBe('points');
    expect(points).toMatchObject([{ date: '2026-03-02', kind: 'estimated', formula: 'opportunity-1' }]);
  });

  it.each([
    ['metric', 'colour'],
    ['interval', 'year'],
    ['from', '2026-02-30'],
    ['to', 'soon'],
    ['limit', '5'],
  ])('refuses %s=%s and names the field', async (field, value) => {
    expect(await world.get(`/keywords/${id}/trend`, { [field]: value })).toMatchObject({
      status: 400,
      body: { errors: [{ path: field }] },
    });
  });

  it('refuses an end before the beginning', async () => {
    const answer = await world.get(`/keywords/${id}/trend`, { from: '2026-03-02', to: '2026-03-01' });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'to' }] } });
  });
});

describe('GET /keywords/{id}/history', () => {
  it('pages through all events, newest first, and refuses a forged cursor', async () => {
    const looks = Array.from({ length: 7 }, (_, i) =>
      looked({ name: `${i}`, at: `2026-03-0${i + 1}T08:00:00Z` }),
    );
    await world.given(log(...looks));
    const page = (query: Record<string, string>) =>
      world.get<KeywordHistoryDto>(`/keywords/${id}/history`, { limit: '3', ...query });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body }: { body: KeywordHistoryDto } = await page(cursor === '' ? {} : { cursor });
      seen.push(...body.items.map(({ eventId }) => eventId));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(looks.map(({ event }) => event.id).toReversed());
    expect(await page({ cursor: 'WzFd.AAAA' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'cursor' }] },
    });
  });

  it('gives each event as it was recorded', async () => {
    const look = looked({ name: 'look', at: '2026-03-01T08:00:00Z', recordedAt: '2026-03-01T08:00:02Z' });
    await world.given(log(look));
    const { body } = await world.get<KeywordHistoryDto>(`/keywords/${id}/history`);
    expect(body.items).toEqual([
      {
        eventId: idOf('look'),
        type: 'observation.KeywordObserved.v1',
        occurredAt: '2026-03-01T08:00:00.000Z',
        recordedAt: '2026-03-01T08:00:02.000Z',
        source: 'amazon.com search page',
        origin: 'sandbox',
        data: look.event.data,
        stream: look.stream,
        revision: 0,
        position: '1',
        retracted: false,
      },
    ]);
  });
});

describe.each(['', '/trend', '/history', '/listings'])('GET /keywords/{id}%s', (path) => {
  it('answers 404 for an id that nothing has', async () => {
    expect(await world.get(`/keywords/${idOf('nobody')}${path}`)).toMatchObject({ status: 404 });
  });

  it('answers 400 for what is no id', async () => {
    expect(await world.get(`/keywords/planner${path}`)).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'id' }] },
    });
  });
});
