import { v5 as uuidV5 } from 'uuid';
import { metadataOfAsked, type Asked } from '../../../contracts/events/asked.js';
import type { NewEvent } from '../../../event-log/event-log.js';
import { figureIdentity, metricsFingerprint, type PostedObservation } from './posted-observation.js';

const NAMESPACE = '1d7a5f60-b6a5-4c4e-a8f0-7f1b2e9c3d54';
const PRODUCER = 'observation-intake/1';

export type Reported = NewEvent<'observation.MetricsReported.v1'>;

/** What was recorded of one source, keyword and moment. */
export interface KnownFigure {
  /** Event id of the newest recording, also of one that was retracted. */
  readonly newestId: string;
  /** Fingerprint of the metrics that stand now; null where all of them were retracted. */
  readonly standing: string | null;
}

export interface IntakeDecision {
  readonly events: readonly Reported[];
  readonly duplicates: number;
}

/**
 * Equal metrics to the ones that stand are a duplicate; other metrics at that moment restate it, so A, B, A is three
 * recordings. An event's id follows from what it says and what it restates: the same post decided again, by a retry or
 * by two requests at once, gives the same ids.
 */
export function decideIntake(
  posted: readonly PostedObservation[],
  known: ReadonlyMap<string, KnownFigure>,
  asked: Asked,
): IntakeDecision {
  const latest = new Map(known);
  const events: Reported[] = [];
  for (const item of posted) {
    const identity = figureIdentity(asked.workspace, item);
    const fingerprint = metricsFingerprint(item.metrics);
    const before = latest.get(identity);
    if (before?.standing === fingerprint) continue;
    const id = uuidV5(`${identity}|${fingerprint}|${before?.newestId ?? ''}`, NAMESPACE);
    latest.set(identity, { newestId: id, standing: fingerprint });
    events.push(reported(id, item, asked));
  }
  return { events, duplicates: posted.length - events.length };
}

function reported(id: string, item: PostedObservation, asked: Asked): Reported {
  const { observedAt, ...said } = item;
  return {
    id,
    type: 'observation.MetricsReported.v1',
    data: { ...said, origin: 'live' },
    metadata: { ...metadataOfAsked(asked, PRODUCER), occurredAt: observedAt },
  };
}

/** Streams are all or none, and a store takes up to 1 MB at once: metadata included, with room to spare. */
const MOST_BYTES_PER_STREAM = 700_000;
const BYTES_AROUND_AN_EVENT = 200;

export interface IntakeStream {
  readonly stream: string;
  readonly events: readonly Reported[];
}

/**
 * One stream per posted batch, appended with `no-stream`, so that the same batch can be recorded once only. A batch too
 * large for one append becomes several such streams. They are named by the request's own name and their number where
 * there is one, else by the ids of their events.
 * @param first number of the first of them: the parts before it were recorded already
 */
export function streamsOf(events: readonly Reported[], name?: string, first = 0): IntakeStream[] {
  const parts: Reported[][] = [];
  let bytes = Infinity;
  for (const event of events) {
    const size = Buffer.byteLength(JSON.stringify([event.data, event.metadata])) + BYTES_AROUND_AN_EVENT;
    if (bytes + size > MOST_BYTES_PER_STREAM) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(event);
    bytes += size;
  }
  return parts.map((part, index) => ({
    stream:
      name === undefined
        ? `observation-${uuidV5(part.map(({ id }) => id).join('|'), NAMESPACE)}`
        : streamOfPart(name, first + index),
    events: part,
  }));
}

/** Where a named request records its n-th part. */
export const streamOfPart = (name: string, part: number): string =>
  `observation-${uuidV5(`${name}|${part}`, NAMESPACE)}`;
