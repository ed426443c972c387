import type { EncodedEvent } from '../codec/stored-event.js';
import { InvalidEvent } from '../errors.js';
import type { ExpectedRevision } from '../event-log.js';
import type { AppendRequest } from './batch-append-messages.js';

/** What a real server takes in one append, over all of its events. */
const APPEND_BYTES_MAX = 1_048_576;
const STREAM_NAME_MAX = 250;
const STREAM_NAME = /^([a-zA-Z][a-zA-Z0-9]*)-([^\p{Cc}\p{Cs}]+)$/u;

/**
 * Keeps from the server what it answers badly or not at all.
 * @throws InvalidEvent naming what is wrong with the stream's name, the expectation, the number or size of the events.
 */
export function checkedAppend(
  stream: string,
  expected: ExpectedRevision,
  events: readonly EncodedEvent[],
): AppendRequest {
  const category = stream.length <= STREAM_NAME_MAX ? STREAM_NAME.exec(stream)?.[1] : undefined;
  if (category === undefined)
    throw new InvalidEvent(
      `stream: ${JSON.stringify(stream.slice(0, STREAM_NAME_MAX))} is not <category>-<id> ` +
        `of at most ${STREAM_NAME_MAX} characters`,
    );
  if (typeof expected === 'number' && !(Number.isSafeInteger(expected) && expected >= 0))
    throw new InvalidEvent(`expected revision: ${expected} is not a whole number from 0`);
  if (events.length === 0) throw new InvalidEvent(`an append to ${stream} holds no event`);
  for (const event of events)
    if (event.category !== category)
      throw new InvalidEvent(
        `stream: ${event.type} belongs in streams ${event.category}-<id>, not ${stream}`,
      );
  const bytes = events.reduce((sum, event) => sum + storedBytes(event), 0);
  if (bytes > APPEND_BYTES_MAX)
    throw new InvalidEvent(
      `an append to ${stream} has ${bytes} bytes; the store takes ${APPEND_BYTES_MAX}: split it`,
    );
  return { stream, expected, events };
}

// The server counts two bytes for each character of the type.
function storedBytes({ type, data, metadata }: EncodedEvent): number {
  return data.length + metadata.length + 2 * type.length;
}
