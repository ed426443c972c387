import type { AnyRecordedEvent } from '../../event-log/event-log.js';

/** Around each value in the stored JSON: quotes, comma, colon. */
const AROUND_BYTES = 4;
/** Most numbers and booleans are shorter. */
const SCALAR_BYTES = 8;

/** Bytes of the event's body as stored, near enough to bound memory: one byte a character, names left out. */
export function weightOf(event: AnyRecordedEvent): number {
  return (event.dataJson?.length ?? weigh(event.data)) + weigh(event.metadata);
}

function weigh(value: unknown): number {
  if (typeof value === 'string') return value.length + AROUND_BYTES;
  if (typeof value !== 'object' || value === null) return SCALAR_BYTES;
  let sum = AROUND_BYTES;
  for (const part of Object.values(value)) sum += SCALAR_BYTES + weigh(part);
  return sum;
}
