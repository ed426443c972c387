import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AnyRecordedEvent } from '../../../../event-log/event-log.js';
import { writing } from '../../../../following/builds/builds.js';
import { transaction } from '../../../../following/database/database.js';
import { PARTITIONS, shareOf } from '../../../../following/partitions/partitions.js';
import {
  fingerprint,
  projectionSpec,
  type ProjectionSpec,
} from '../../../../following/testing/projection-spec.js';
import { startTestPostgres, type TestPostgres } from '../../../../following/testing/test-postgres.js';
import { CURRENT_FORMULAS } from '../scoring/formulas.js';
import { anyFacts } from '../testing/any-facts.js';
import { freshlyCounted } from './counted-rows.js';
import { keyOf } from './keyword-views.js';
import { keywordsProjection } from './keywords.projection.js';
import { readingOf, type ObservationRow } from './observation-rows.js';
import { standingOf, type Standing } from './standing.js';
import { summarise } from './summary.js';

let postgres: TestPostgres;
let spec: ProjectionSpec;
beforeAll(async () => {
  postgres = await startTestPostgres();
  spec = await projectionSpec(await postgres.createDatabase(), keywordsProjection);
}, 60_000);
afterAll(async () => {
  await spec.close();
  await postgres.stop();
}, 60_000);

interface Manner {
  /** Batches end before these events. */
  readonly cuts: readonly number[];
  readonly remembers: boolean;
  readonly processes: number;
}

/** Fills empty tables with the events, in one manner or another. */
async function apply(
  events: readonly AnyRecordedEvent[],
  { cuts, remembers, processes }: Manner,
): Promise<void> {
  await spec.startOver();
  const partitions = Array.from({ length: PARTITIONS }, (_, partition) => partition);
  const shares = Array.from({ length: processes }, (_, process) =>
    shareOf(
      keywordsProjection,
      PARTITIONS,
      partitions.filter((partition) => partition % processes === process),
    ),
  );
  const memories = shares.map(() => new Map<string, unknown>());
  for (const batch of piecesOf(events, cuts))
    for (const [process, share] of shares.entries()) {
      const memory = memories[process] ?? new Map<string, unknown>();
      if (!remembers) memory.clear();
      await transaction(spec.orm, async (sql) => {
        await sql.run(writing(spec.schema));
        const ours = batch.filter((event) => share.concerns(event));
        await keywordsProjection.apply(ours, sql, { owns: (key) => share.owns(key), memory });
      });
    }
}

function piecesOf(events: readonly AnyRecordedEvent[], cuts: readonly number[]): AnyRecordedEvent[][] {
  const ends = [...new Set([...cuts.filter((cut) => cut < events.length), events.length])];
  return ends.toSorted((a, b) => a - b).map((end, i, all) => events.slice(all[i - 1] ?? 0, end));
}

const anyManner = fc.record({
  cuts: fc.oneof(
    fc.array(fc.nat(20), { maxLength: 3 }),
    fc.constant(Array.from({ length: 20 }, (_, i) => i)),
  ),
  remembers: fc.boolean(),
  processes: fc.constantFrom(1, 2, PARTITIONS),
});
const AT_ONCE: Manner = { cuts: [], remembers: false, processes: 1 };

/** What each row must have left its keyword at: the state made anew from all that was recorded of it until then. */
function expectedAfter(events: readonly AnyRecordedEvent[]): Map<string, Standing> {
  const rows = [...Map.groupBy(events, ({ id }) => id).values()].flatMap(
    ([event]) => (event && readingOf(event, CURRENT_FORMULAS, () => true).row) ?? [],
  );
  return new Map(
    rows.map((row) => [row.event.id, row.workspace === null ? leftAt(row, rows, null) : NOTHING] as const),
  );
}

const NOTHING: Standing = {
  searchVolume: null,
  competition: null,
  resultCount: null,
  averagePrice: null,
  opportunity: null,
  lastObservedAt: null,
};

/** What the rows that a view hears of come to once the last one was recorded. */
function leftAt(last: ObservationRow, rows: readonly ObservationRow[], view: string | null): Standing {
  const known = rows.filter(
    ({ keyword, event, workspace }) =>
      keyword.id === last.keyword.id &&
      isRecordedBy(event, last.event) &&
      (workspace === null || workspace === view),
  );
  const isTakenBack = (row: ObservationRow) =>
    known.some(
      ({ retracts, event, workspace }) =>
        retracts === row.event.id &&
        event.position > row.event.position &&
        (workspace === null || workspace === row.workspace),
    );
  const counted = known
    .filter((row) => !isTakenBack(row))
    .flatMap((standing) => freshlyCounted(standing) ?? []);
  return standingOf(summarise(counted), CURRENT_FORMULAS);
}

function isRecordedBy(one: AnyRecordedEvent, last: AnyRecordedEvent): boolean {
  const [at, lastAt] = [one.metadata.recordedAt, last.metadata.recordedAt];
  return at < lastAt || (at === lastAt && one.position <= last.position);
}

describe('batches of the keywords projection', () => {
  it('every step of an own view is what the rows left it at that its workspace may see', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, anyManner, async (events, manner) => {
        await apply(events, manner);
        const rows = [...Map.groupBy(events, ({ id }) => id).values()].flatMap(
          ([event]) => (event && readingOf(event, CURRENT_FORMULAS, () => true).row) ?? [],
        );
        const steps = await spec.rows<{ id: string; workspace: string; volume: number | null }>(
          'select event_id as id, workspace, after_search_volume as volume from own_step',
        );
        const expected = steps.map(({ id, workspace }) => {
          const last = rows.find(({ event }) => event.id === id);
          return { id, workspace, volume: last ? leftAt(last, rows, workspace).searchVolume : NaN };
        });
        expect(steps).toEqual(expected);
        const own = rows.filter(({ workspace }) => workspace !== null);
        expect(own.filter(({ event }) => !steps.some(({ id }) => id === event.id))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('any split of the same events, remembered or not, by one process or several, gives equal rows', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, anyManner, anyManner, async (events, one, other) => {
        await apply(events, AT_ONCE);
        const whole = await fingerprint(spec.orm, spec.schema);
        for (const manner of [one, other]) {
          await apply(events, manner);
          expect(await fingerprint(spec.orm, spec.schema)).toEqual(whole);
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('every row keeps what it left its keyword at: the state made anew from all that was recorded until then', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, anyManner, async (events, manner) => {
        await apply(events, manner);
        const rows = await spec.rows<Standing & { id: string; lastObservedMs: number | null }>(
          `select event_id as id, after_search_volume as "searchVolume", after_competition as competition,
                  after_result_count as "resultCount", after_average_price as "averagePrice",
                  after_opportunity as opportunity,
                  (extract(epoch from after_last_observed_at) * 1000)::float8 as "lastObservedMs"
             from observation`,
        );
        const found = rows.map(({ id, lastObservedMs, ...values }) => [
          id,
          {
            ...values,
            lastObservedAt: lastObservedMs === null ? null : new Date(lastObservedMs).toISOString(),
          },
        ]);
        expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expectedAfter(events)));
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  const namedBy = (event: AnyRecordedEvent) => readingOf(event, CURRENT_FORMULAS, () => true);

  it('a keyword is known, to all or to one workspace, since the least moment at which anything that names it was recorded', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, anyManner, async (events, manner) => {
        await apply(events, manner);
        const expected = new Map<string, number>();
        for (const event of events)
          for (const { id } of namedBy(event).keywords) {
            const key = keyOf(id, namedBy(event).workspace);
            expected.set(key, Math.min(expected.get(key) ?? Infinity, Date.parse(event.metadata.recordedAt)));
          }
        const rows = await spec.rows<{ id: string; workspace: string | null; ms: number }>(
          `select id, workspace, (extract(epoch from known_since) * 1000)::float8 as ms
             from (select id, null::text as workspace, known_since from keyword
                   union all select id, workspace, known_since from own_keyword) as views`,
        );
        expect(new Map(rows.map(({ id, workspace, ms }) => [keyOf(id, workspace), ms]))).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});
