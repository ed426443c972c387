import type { AnyRecordedEvent, RecordedEvent } from '../../../event-log/event-log.js';
import type { Projection } from '../../../following/projection.js';
import { figureIdentity, metricsFingerprint } from './posted-observation.js';

export const REPORTED_FIGURES = 'reported-figures';

type Reported = RecordedEvent<'observation.MetricsReported.v1'>;
const isReported = (event: AnyRecordedEvent): event is AnyRecordedEvent & Reported =>
  event.type === 'observation.MetricsReported.v1';

/** The intake's ledger: what was recorded for which source, keyword and moment, to tell duplicates from restatements. */
export const reportedFiguresProjection: Projection = {
  name: REPORTED_FIGURES,
  version: 1,
  eventTypes: ['observation.MetricsReported.v1', 'observation.Retracted.v1'],
  tables: `
    create table reported_figures (
      id uuid primary key,
      identity uuid not null,
      fingerprint uuid not null,
      workspace text not null,
      keyword text not null,
      marketplace text not null,
      country text not null,
      position bigint not null,
      retracted boolean not null default false
    );
    create index on reported_figures (identity, position desc);
    create table retractions (observation_id uuid primary key);
  `,
  // A figure and what retracts it belong together.
  keysOf: ({ id, data }) => ['observationId' in data ? data.observationId.toLowerCase() : id],
  async apply(events, sql) {
    // Figures that nobody of a workspace posted (the demo's past) are not told apart by workspace.
    const reported = events.filter(isReported);
    const owners = reported.map((event) => event.metadata.workspace ?? '');
    if (reported.length > 0)
      await sql.run(
        `insert into reported_figures 
           (id, identity, fingerprint, workspace, position, keyword, marketplace, country, retracted)
         select id, identity, fingerprint, workspace, position, keyword, marketplace, country,
                exists (select 1 from retractions r where r.observation_id = id)
           from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::text[])
                as f (id, identity, fingerprint, workspace, position, keyword, marketplace, country)
         on conflict (id) do nothing`,
        [
          reported.map(({ id }) => id),
          reported.map(({ data, metadata }, i) =>
            figureIdentity(owners[i] ?? '', { ...data, observedAt: metadata.occurredAt }),
          ),
          reported.map(({ data }) => metricsFingerprint(data.metrics)),
          owners,
          reported.map(({ position }) => String(position)),
          reported.map(({ data }) => data.keyword),
          reported.map(({ data }) => data.marketplace),
          reported.map(({ data }) => data.country),
        ],
      );
    const retracted = events.flatMap((event) =>
      event.type === 'observation.Retracted.v1' ? [event.data.observationId] : [],
    );
    if (retracted.length > 0) {
      await sql.run('insert into retractions select unnest($1::uuid[]) on conflict do nothing', [retracted]);
      await sql.run('update reported_figures set retracted = true where id = any($1::uuid[])', [retracted]);
    }
    return [];
  },
};
