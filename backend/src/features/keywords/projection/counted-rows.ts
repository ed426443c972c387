import type { FailureReason } from '../../../../contracts/events/observation/failed/v1.js';
import type { Origin } from '../../../../contracts/events/observation/look.js';
import type { MetricFigures } from '../scoring/page-figures.js';
import type { ObservationRow } from './observation-rows.js';
import type { Counted } from './summary.js';

/** A row of `observation` as it is read; moments in milliseconds, so that no driver's idea of time zones matters. */
export interface StoredObservation {
  readonly event_id: string;
  readonly keyword_id: string;
  readonly type: string;
  readonly occurred_ms: number;
  readonly position: string;
  readonly source: string;
  readonly origin: Origin | null;
  readonly workspace: string | null;
  readonly metrics: string | null;
  readonly failure_reason: FailureReason | null;
  readonly failure_detail: string | null;
}

export const OBSERVATION_COLUMNS = `event_id, keyword_id, type,
  (extract(epoch from occurred_at) * 1000)::float8 as occurred_ms, position::text, source, origin, workspace, metrics,
  failure_reason, failure_detail`;

export interface CountedOfKeyword extends Counted {
  readonly keywordId: string;
}

/** What counts of a row: nothing where it is a retraction, which is history but no observation. */
export function countedOf(row: StoredObservation): CountedOfKeyword[] {
  if (!row.origin || (row.metrics === null && row.failure_reason === null)) return [];
  return [
    {
      eventId: row.event_id,
      keywordId: row.keyword_id,
      occurredAt: new Date(row.occurred_ms).toISOString(),
      position: BigInt(row.position),
      source: row.source,
      origin: row.origin,
      workspace: row.workspace,
      kind: kindOf(row.type),
      metrics: row.metrics === null ? null : (JSON.parse(row.metrics) as MetricFigures),
      failure:
        row.failure_reason === null ? null : { reason: row.failure_reason, detail: row.failure_detail ?? '' },
    },
  ];
}

/** The same of a row that is about to be written; undefined where nothing counts. */
export function freshlyCounted(row: ObservationRow): Counted | undefined {
  const { event, workspace, source, origin, metrics, failure } = row;
  if (!origin || (!metrics && !failure)) return undefined;
  return {
    eventId: event.id,
    occurredAt: event.metadata.occurredAt,
    position: event.position,
    source,
    origin,
    workspace,
    kind: kindOf(event.type),
    metrics,
    failure,
  };
}

function kindOf(type: string): Counted['kind'] {
  if (type.startsWith('observation.Failed.')) return 'failure';
  return type.startsWith('observation.MetricsReported.') ? 'report' : 'look';
}
