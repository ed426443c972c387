import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalizeKeyword } from '../../../contracts/values/keyword.js';
import {
  MOST_WAITING_A_PERSON,
  QUIET_MS,
  STILL_TYPING_MS,
  TypedSearches,
  type NoticedSearch,
  type WaitingSearch,
} from './typed-searches.js';

const ANNA = '0b9f3f0e-6a3c-4d6e-9f57-2d1c0c5e7a11';
const BEN = '7a1c2d3e-4f50-4b6c-8d7e-9f0a1b2c3d4e';

const search = (query: string, accountId = ANNA, over: Partial<NoticedSearch> = {}): NoticedSearch => ({
  accountId,
  workspaceId: '3c1d7a52-90be-4a8e-8f0c-5b7a1e2d4f60',
  requestId: 'r-1',
  at: '2026-11-23T09:30:00.000Z',
  query,
  filters: {},
  found: { resultCount: 0, match: 'substring', top: [] },
  ...over,
});

function typedSearches(): TypedSearches {
  let ids = 0;
  return new TypedSearches(() => `search-${(ids += 1)}`);
}

/** What a history has after these were written one after another: the last of an id. */
const history = (written: readonly WaitingSearch[]): string[] =>
  [...new Map(written.map((one) => [one.searchId, one])).values()].map(
    ({ accountId, query }) => `${accountId} ${query}`,
  );

interface Typed {
  readonly accountId: string;
  readonly query: string;
  /** Since the one before, whoever typed it. */
  readonly pauseMs: number;
  readonly isWrittenAfter: boolean;
}

const anyTyped: fc.Arbitrary<Typed> = fc.record({
  accountId: fc.constantFrom(ANNA, BEN),
  query: fc.constantFrom('p', 'pl', 'PLA', 'pla ', 'plan', 'wall', 'wall art', 'w'),
  pauseMs: fc.constantFrom(1, 200, QUIET_MS, 2_000, STILL_TYPING_MS, STILL_TYPING_MS + 1),
  isWrittenAfter: fc.boolean(),
});

/** The rule, told again without any queue: the last query of each run in which each one goes on from the one before. */
function lastOfEachRun(typed: readonly Typed[]): string[] {
  const runs: { accountId: string; query: string; atMs: number }[] = [];
  let nowMs = 0;
  for (const { accountId, query, pauseMs } of typed) {
    nowMs += pauseMs;
    const last = runs.findLast((run) => run.accountId === accountId);
    const goesOn =
      last &&
      nowMs - last.atMs <= STILL_TYPING_MS &&
      normalizeKeyword(query).startsWith(normalizeKeyword(last.query));
    if (goesOn) Object.assign(last, { query, atMs: nowMs });
    else runs.push({ accountId, query, atMs: nowMs });
  }
  return runs.map((run) => `${run.accountId} ${run.query}`);
}

describe('searches that are typed', () => {
  it('letter by letter are one in the history, whenever and however often it was written meanwhile', () => {
    fc.assert(
      fc.property(fc.array(anyTyped, { maxLength: 2 * MOST_WAITING_A_PERSON }), (typed) => {
        const searches = typedSearches();
        const written: WaitingSearch[] = [];
        let nowMs = 0;
        let waits = 0;
        for (const { accountId, query, pauseMs, isWrittenAfter } of typed) {
          nowMs += pauseMs;
          expect(searches.notice(search(query, accountId), nowMs)).toBe(true);
          waits += 1;
          if (!isWrittenAfter && waits < MOST_WAITING_A_PERSON) continue;
          written.push(...searches.take());
          waits = 0;
        }
        written.push(...searches.take());
        expect(searches.isEmpty).toBe(true);
        expect(history(written).toSorted()).toEqual(lastOfEachRun(typed).toSorted());
      }),
    );
  });

  it('are written once they were quiet for half a second, and not before', () => {
    const searches = typedSearches();
    searches.notice(search('p'), 0);
    searches.notice(search('wall', BEN), 100);
    searches.notice(search('pl'), 400);
    const queries = (nowMs: number) => searches.take(nowMs).map(({ query }) => query);
    expect(queries(QUIET_MS)).toEqual([]);
    expect(queries(QUIET_MS + 100)).toEqual(['wall']);
    expect(queries(QUIET_MS + 400)).toEqual(['pl']);
    expect(searches.isEmpty).toBe(true);
  });

  it.each([
    ['another filter', { filters: { marketplace: 'etsy' } }],
    ['another workspace', { workspaceId: '00000000-0000-4000-8000-00000000de30' }],
    [
      'another moment',
      { found: { resultCount: 0, match: 'substring', top: [], asOf: '2026-01-01T00:00:00.000Z' } },
    ],
  ] as const)('are two with %s', (_what, over) => {
    const searches = typedSearches();
    searches.notice(search('plan'), 0);
    searches.notice(search('planner', ANNA, over), 1);
    expect(searches.take()).toHaveLength(2);
  });

  it('that come faster than anybody types are not kept, and others’ are', () => {
    const searches = typedSearches();
    const kept = Array.from({ length: MOST_WAITING_A_PERSON + 5 }, (_, i) =>
      searches.notice(search(`no ${i} `), i),
    );
    expect(kept.filter(Boolean)).toHaveLength(MOST_WAITING_A_PERSON);
    expect(searches.notice(search('wall', BEN), 100)).toBe(true);
    expect(searches.take()).toHaveLength(MOST_WAITING_A_PERSON + 1);
    expect(searches.notice(search('again'), 101)).toBe(true);
  });
});
