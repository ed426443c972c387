import type { AnyRecordedEvent } from '../../../../event-log/event-log.js';
import type { Projection, ProjectionSql } from '../../../../following/projection.js';
import { normalizeKeyword } from '../../../../contracts/values/keyword.js';
import { CURRENT_FORMULAS } from '../scoring/formulas.js';
import { countedOf, OBSERVATION_COLUMNS, type StoredObservation } from './counted-rows.js';
import { keywordItem, type KeywordName } from './keyword-item.js';
import { KEYWORD_EVENTS, readingOf, type ObservationRow, type Reading } from './observation-rows.js';
import { foldOf, storedSummary } from './stored-summary.js';
import { advance, inOrder, NOTHING_OBSERVED, summarise, type Counted, type Summary } from './summary.js';
import { TABLES } from './tables.js';

/**
 * What is known of each keyword, and every observation behind it. List, keyword, trend and history are read from these
 * tables alone, so they always agree.
 *
 * Raise the version with every new formula: the new build holds its scores over the whole history.
 */
export const keywordsProjection: Projection = {
  name: 'keywords',
  version: 1,
  eventTypes: KEYWORD_EVENTS,
  tables: TABLES,
  async apply(events, sql) {
    const readings = events.map((event) => readingOf(event, CURRENT_FORMULAS));
    const fresh = await insertObservations(readings, sql);
    const disturbed = await retract(fresh, sql);
    await markSeed(events, sql);
    return updateKeywords(namesOf(readings), fresh, disturbed, sql);
  },
};

type FreshRow = { readonly row: ObservationRow; readonly retracts: string | null };

/** Answers with the rows that were not there before: an event that stands twice in the log counts once. */
async function insertObservations(readings: readonly Reading[], sql: ProjectionSql): Promise<FreshRow[]> {
  const candidates = new Map<string, FreshRow>();
  for (const { row, retracts } of readings)
    if (row && !candidates.has(row.event.id)) candidates.set(row.event.id, { row, retracts });
  const all = [...candidates.values()].map(({ row }) => row);
  if (all.length === 0) return [];
  const inserted = await sql.run<{ event_id: string }>(
    `insert into observation (event_id, keyword_id, type, occurred_at, recorded_at, position, stream, revision, source,
                              origin, workspace, first_page, metrics, failure_reason,
                              failure_detail, data)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::bigint[],
                          $7::text[], $8::bigint[], $9::text[], $10::text[], $11::text[], $12::boolean[], $13::text[],
                          $14::text[], $15::text[], $16::text[])
     on conflict do nothing returning event_id`,
    [
      all.map(({ event }) => event.id),
      all.map(({ keyword }) => keyword.id),
      all.map(({ event }) => event.type),
      all.map(({ event }) => event.metadata.occurredAt),
      all.map(({ event }) => event.metadata.recordedAt),
      all.map(({ event }) => event.position.toString()),
      all.map(({ event }) => event.stream),
      all.map(({ event }) => event.revision),
      all.map(({ source }) => source),
      all.map(({ origin }) => origin),
      all.map(({ event }) => event.metadata.workspace ?? null),
      all.map(({ firstPage }) => firstPage),
      all.map(({ metrics }) => metrics && JSON.stringify(metrics)),
      all.map(({ failure }) => failure?.reason ?? null),
      all.map(({ failure }) => failure?.detail ?? null),
      all.map(({ event }) => JSON.stringify(event.data)),
    ],
  );
  return inserted.flatMap(({ event_id }) => candidates.get(event_id) ?? []);
}

/** Answers with the keywords of which an observation counts no more. */
async function retract(fresh: readonly FreshRow[], sql: ProjectionSql): Promise<Set<string>> {
  const retractions = fresh.filter(({ retracts }) => retracts !== null);
  if (retractions.length === 0) return new Set();
  const rows = await sql.run<{ keyword_id: string }>(
    `update observation o set retracted_at = least(o.retracted_at, r.at)
       from (select id, min(at) as at from unnest($1::uuid[], $2::timestamptz[]) as r (id, at) group by id) r
      where o.event_id = r.id
  returning o.keyword_id`,
    [
      retractions.map(({ retracts }) => retracts),
      retractions.map(({ row }) => row.event.metadata.recordedAt),
    ],
  );
  return new Set(rows.map(({ keyword_id }) => keyword_id));
}

async function markSeed(events: readonly AnyRecordedEvent[], sql: ProjectionSql): Promise<void> {
  for (const event of events) {
    if (event.type !== 'collection.DemoSeeded.v1') continue;
    await sql.run(
      'insert into seed (event_id, keywords, observations, position) values ($1, $2, $3, $4) on conflict do nothing',
      [event.id, event.data.keywords, event.data.observations, event.position.toString()],
    );
  }
}

/** By id; the first spelling in the log is the one that is shown. */
function namesOf(readings: readonly Reading[]): Map<string, KeywordName> {
  const names = new Map<string, KeywordName>();
  for (const name of readings.flatMap(({ keywords }) => keywords))
    if (!names.has(name.id)) names.set(name.id, name);
  return names;
}

interface StoredKeyword {
  readonly id: string;
  readonly item: string;
  readonly fold: string;
}

/**
 * Where every new observation is newer than all before it, it is added to the summary that is there; else (the past was
 * restated or an observation retracted) the summary is made anew from the rows. Both come to the same.
 */
async function updateKeywords(
  named: ReadonlyMap<string, KeywordName>,
  fresh: readonly FreshRow[],
  disturbed: ReadonlySet<string>,
  sql: ProjectionSql,
): Promise<string[]> {
  const known = new Map<string, { name: KeywordName; summary: Summary }>();
  const stored = await sql.run<StoredKeyword>(
    'select id, item, fold from keyword where id = any($1::uuid[])',
    [[...new Set([...named.keys(), ...disturbed])]],
  );
  for (const row of stored) known.set(row.id, storedSummary(row));

  const added = Map.groupBy(
    fresh.flatMap(({ row }) => countedOf(row)),
    ({ keywordId }) => keywordId,
  );
  const moved = new Map<string, { name: KeywordName; summary: Summary }>();
  const anew: string[] = [];
  for (const id of new Set([...named.keys(), ...disturbed])) {
    const name = known.get(id)?.name ?? named.get(id);
    if (!name) continue;
    const before = known.get(id)?.summary ?? NOTHING_OBSERVED;
    const news = (added.get(id) ?? []).toSorted(inOrder);
    const first = news[0];
    if (disturbed.has(id) || (first && before.newestAt !== null && first.occurredAt <= before.newestAt)) {
      anew.push(id);
      moved.set(id, { name, summary: before });
    } else if (first || !known.has(id)) {
      moved.set(id, { name, summary: advance(before, news) });
    }
  }
  for (const [id, observations] of await standingObservations(anew, sql)) {
    const entry = moved.get(id);
    if (entry) moved.set(id, { name: entry.name, summary: summarise(observations) });
  }
  await writeKeywords([...moved.values()], sql);
  return [...moved.keys()];
}

async function standingObservations(
  ids: readonly string[],
  sql: ProjectionSql,
): Promise<Map<string, Counted[]>> {
  const observations = new Map<string, Counted[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return observations;
  const rows = await sql.run<StoredObservation>(
    `select ${OBSERVATION_COLUMNS} from observation where keyword_id = any($1::uuid[]) and retracted_at is null`,
    [ids],
  );
  for (const row of rows)
    for (const counted of countedOf(row)) observations.get(counted.keywordId)?.push(counted);
  return observations;
}

async function writeKeywords(
  keywords: readonly { readonly name: KeywordName; readonly summary: Summary }[],
  sql: ProjectionSql,
): Promise<void> {
  if (keywords.length === 0) return;
  const rows = keywords.map(({ name, summary }) => ({
    name,
    summary,
    item: keywordItem(name, summary, CURRENT_FORMULAS),
  }));
  await sql.run(
    `insert into keyword (id, keyword, normalized, marketplace, country, search_volume, competition, result_count,
                          average_price, opportunity, last_observed_at, item, fold)
     select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::float8[], $7::float8[],
                          $8::float8[], $9::float8[], $10::float8[], $11::timestamptz[], $12::text[], $13::text[])
     on conflict (id) do update set
       search_volume = excluded.search_volume, competition = excluded.competition,
       result_count = excluded.result_count, average_price = excluded.average_price,
       opportunity = excluded.opportunity, last_observed_at = excluded.last_observed_at,
       item = excluded.item, fold = excluded.fold`,
    [
      rows.map(({ name }) => name.id),
      rows.map(({ name }) => name.keyword),
      rows.map(({ name }) => normalizeKeyword(name.keyword)),
      rows.map(({ name }) => name.marketplace),
      rows.map(({ name }) => name.country),
      rows.map(({ item }) => item.metrics.searchVolume?.value ?? null),
      rows.map(({ item }) => item.metrics.competition?.value ?? null),
      rows.map(({ item }) => item.metrics.resultCount?.value ?? null),
      rows.map(({ item }) => item.metrics.averagePrice?.value ?? null),
      rows.map(({ item }) => item.opportunity?.value ?? null),
      rows.map(({ item }) => item.lastObservedAt),
      rows.map(({ item }) => JSON.stringify(item)),
      rows.map(({ summary }) => foldOf(summary)),
    ],
  );
}
