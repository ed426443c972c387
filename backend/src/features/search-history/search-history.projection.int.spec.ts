import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { AnyNewEvent } from '../../../event-log/event-log.js';
import type { DataOf, EventType } from '../../../contracts/events/catalogue.js';
import type { Sealed } from '../../../contracts/values/sealed.js';
import { projectionSpec, recorded, type ProjectionSpec } from '../../../following/testing/projection-spec.js';
import { startTestPostgres, type TestPostgres } from '../../../following/testing/test-postgres.js';
import { searchHistoryProjection } from './search-history.projection.js';

const ANNA = '0b9f3f0e-6a3c-4d6e-9f57-2d1c0c5e7a11';
const BEN = '7a1c2d3e-4f50-4b6c-8d7e-9f0a1b2c3d4e';
const SOME = '6d0c2b1a-4e5f-4a7b-8c9d-0e1f2a3b4c5d';
const OTHER = '9e8d7c6b-5a49-4837-9615-243546576879';

let postgres: TestPostgres;
let projection: ProjectionSpec;
beforeAll(async () => {
  postgres = await startTestPostgres();
  projection = await projectionSpec(await postgres.createDatabase(), searchHistoryProjection);
}, 60_000);
afterAll(async () => {
  await projection?.close();
  await postgres?.stop();
}, 30_000);
beforeEach(() => projection.startOver());

const event = <T extends EventType>(type: T, data: DataOf<T>, occurredAt: string) =>
  ({
    id: randomUUID(),
    type,
    data,
    metadata: { correlationId: 'r', causationId: 'r', occurredAt, actor: ANNA, producer: 'test/1' },
  }) as AnyNewEvent;
const at = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString();
const searched = (searchId: string, day: number, accountId = ANNA, resultCount = 1) =>
  event(
    'research.KeywordsSearched.v1',
    { accountId, workspaceId: SOME, searchId, query: 'sealed' as Sealed, filters: {}, resultCount, match: 'substring', top: 'sealed' as Sealed },
    at(day),
  ); // prettier-ignore
const account = (
  fact: 'ConsentGiven' | 'ConsentWithdrawn' | 'Erased',
  accountId = ANNA,
  purpose: 'search-history' | 'news' = 'search-history',
) => {
  if (fact === 'Erased') return event('account.Erased.v1', { accountId }, at(1));
  if (fact === 'ConsentWithdrawn') return event('account.ConsentWithdrawn.v1', { accountId, purpose }, at(1));
  return event('account.ConsentGiven.v1', { accountId, purpose, textVersion: '1' }, at(1));
};

/** Ids of the searches and how many were found, after these events as one batch and again as one batch each. */
async function after(...events: AnyNewEvent[]): Promise<[string, number][]> {
  const read = async () =>
    (
      await projection.rows<{ id: string; found: number }>(
        'select id, result_count as found from searches order by searched_at, id',
      )
    ).map(({ id, found }): [string, number] => [id, found]);
  const all = recorded(events.map((one) => ({ stream: 'searchHistory-x', event: one })));
  await projection.given(all);
  const atOnce = await read();
  await projection.startOver();
  for (const one of all) await projection.given([one]);
  expect(await read()).toEqual(atOnce);
  return atOnce;
}

describe('the search history', () => {
  it('has a search once that was typed further after it was written, as it was in the end', async () => {
    expect(await after(searched(SOME, 1), searched(OTHER, 2), searched(SOME, 3, ANNA, 7))).toEqual([
      [OTHER, 1],
      [SOME, 7],
    ]);
  });

  it('loses what its person deletes or clears, and nobody else’s', async () => {
    const deleted = event('research.SearchDeleted.v1', { accountId: BEN, searchId: SOME }, at(3));
    expect(await after(searched(SOME, 1), searched(OTHER, 2, BEN), deleted)).toHaveLength(2);
    const cleared = event('research.SearchHistoryCleared.v1', { accountId: ANNA }, at(3));
    await projection.startOver();
    expect(await after(searched(SOME, 1), searched(OTHER, 2, BEN), cleared)).toEqual([[OTHER, 1]]);
  });

  it('loses what the plan keeps no longer', async () => {
    const expired = event('research.SearchesExpired.v1', { accountId: ANNA, before: at(2) }, at(4));
    expect(
      await after(searched(SOME, 1), searched(OTHER, 2), searched(randomUUID(), 1, BEN), expired),
    ).toHaveLength(2);
  });

  it('keeps nothing between a withdrawal of the consent and its renewal, whatever else was withdrawn', async () => {
    expect(
      await after(
        account('ConsentWithdrawn', ANNA, 'news'),
        searched(SOME, 1),
        account('ConsentWithdrawn'),
        searched(randomUUID(), 2),
        account('ConsentGiven', ANNA, 'news'),
        searched(randomUUID(), 3),
        account('ConsentGiven'),
        searched(OTHER, 4),
      ),
    ).toEqual([
      [SOME, 1],
      [OTHER, 1],
    ]);
  });

  it('has nothing of somebody erased, a search that was under way neither', async () => {
    expect(
      await after(searched(SOME, 1), searched(OTHER, 1, BEN), account('Erased'), searched(SOME, 2)),
    ).toEqual([[OTHER, 1]]);
  });
});
