import type { AnyRecordedEvent } from '../../../../event-log/event-log.js';
import type { Projection, ProjectionSql } from '../../../../following/projection.js';
import { KeywordBatch } from './keyword-batch.js';
import { KEYWORD_EVENTS, keywordsOf } from './observation-rows.js';
import { INDEXES, TABLES } from './tables.js';

/** So many events are rows in the making at a time: a whole batch of them would be a burden to the garbage collector. */
const AT_ONCE = 2_000;

/**
 * What is known of each keyword, and every observation behind it. List, keyword, trend and history are read from these
 * tables alone, so they always agree.
 *
 * Where every new observation is newer than all before it, it is added to the summary that is there; else (the past was
 * restated or an observation retracted) the summary is made anew from the rows. Both come to the same.
 *
 * Raise the version with every new formula: the new build holds its scores over the whole history.
 */
export const keywordsProjection: Projection = {
  name: 'keywords',
  version: 3,
  eventTypes: KEYWORD_EVENTS,
  tables: TABLES,
  indexes: INDEXES,
  keysOf: (event) => keywordsOf(event).map(({ id }) => id),
  async apply(events, sql, context) {
    const batch = new KeywordBatch(sql, context);
    for (let from = 0; from < events.length; from += AT_ONCE)
      await batch.take(events.slice(from, from + AT_ONCE));
    await markSeed(events, sql);
    return batch.write();
  },
};

async function markSeed(events: readonly AnyRecordedEvent[], sql: ProjectionSql): Promise<void> {
  for (const event of events) {
    if (event.type !== 'collection.DemoSeeded.v1') continue;
    await sql.run(
      'insert into seed (event_id, keywords, observations, position) values ($1, $2, $3, $4) on conflict do nothing',
      [event.id, event.data.keywords, event.data.observations, event.position.toString()],
    );
  }
}
