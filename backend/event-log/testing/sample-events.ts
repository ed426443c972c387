import { randomUUID } from 'node:crypto';
import type { NewEvent } from '../event-log.js';

/** A metrics-reported event of about 300 bytes; `note` stands in its source, so that a spec can tell events apart. */
export function reportedFigures(
  note = 'spec',
  id: string = randomUUID(),
): NewEvent<'observation.MetricsReported.v1'> {
  return {
    id,
    type: 'observation.MetricsReported.v1',
    data: {
      marketplace: 'etsy',
      country: 'US',
      keyword: 'digital planner',
      source: note,
      origin: 'sandbox',
      metrics: { searchVolume: { value: 1200, relation: 'eq', kind: 'reported' } },
    },
    metadata: {
      correlationId: 'spec',
      causationId: 'spec',
      occurredAt: '2026-03-14T09:30:00.000Z',
      actor: 'spec',
      producer: 'spec/1',
    },
  };
}

/** A tracking event, for what must not match an `observation.` filter. */
export function trackedKeyword(id: string = randomUUID()): NewEvent<'tracking.KeywordTracked.v1'> {
  return {
    id,
    type: 'tracking.KeywordTracked.v1',
    data: {
      trackedKeywordId: randomUUID(),
      workspace: 'demo',
      keyword: 'digital planner',
      marketplace: 'etsy',
      country: 'US',
    },
    metadata: reportedFigures().metadata,
  };
}
