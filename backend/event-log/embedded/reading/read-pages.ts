import { GrpcError, GrpcStatus, streamDeleted } from '../grpc/grpc-error.js';
import { streamNotFoundFrame } from '../messages/read-responses.js';
import type { ReadRequest } from '../messages/read-request.js';
import type { Events, Page, StoredEvent } from '../storage/events.js';
import { isSoftDeleted, type Streams } from '../storage/streams.js';
import type { LinkResolver } from './links.js';
import { readableRange } from './readable-range.js';

/** What a read asks of the store. */
export interface ReadableLog {
  readonly streams: Streams;
  readonly events: Events;
  readonly links: LinkResolver;
  readonly nowMs: () => number;
}

/** Yields the framed answers of a read, page by page. Throws GrpcError where EventStoreDB refuses. */
export function* readPages(
  log: ReadableLog,
  request: ReadRequest,
  maxCount: number,
): Generator<Buffer, undefined> {
  if (request.filter !== undefined) {
    throw new GrpcError(
      GrpcStatus.Unimplemented,
      'reads with a filter are not supported: subscribe with it instead',
    );
  }
  const what = request.stream === undefined ? 'All' : 'Stream';
  if (maxCount <= 0 || (request.from === 'end' && !request.backwards)) throw unreadable(what);
  if (request.stream === undefined) return yield* readAll(log, request, maxCount);
  return yield* readOne(log, request.stream, request, maxCount);
}

/** EventStoreDB answers these requests with this text and no other reason. */
const unreadable = (what: 'All' | 'Stream'): GrpcError =>
  new GrpcError(GrpcStatus.Unknown, `Unexpected Read${what}Result: Error`);

function* readAll(log: ReadableLog, request: ReadRequest, maxCount: number): Generator<Buffer, undefined> {
  const { events } = log;
  const { from, backwards } = request;
  const head = events.head();
  if (typeof from === 'number' && from > 0 && from <= head && !events.has(from)) throw unreadable('All');
  let at = from === 'start' ? 0 : from === 'end' ? head + 1 : from;
  let left = maxCount;
  for (;;) {
    const page = backwards ? events.backwards(at) : events.forwards(at);
    const sent = page.events.slice(0, left);
    const last = sent.at(-1);
    if (last === undefined) return undefined;
    yield framesOf(log, request, sent);
    left -= sent.length;
    if (page.isLast || left <= 0) return undefined;
    at = backwards ? last.position : last.position + 1;
  }
}

function* readOne(
  log: ReadableLog,
  name: string,
  request: ReadRequest,
  maxCount: number,
): Generator<Buffer, undefined> {
  const stream = log.streams.named(name);
  if (log.streams.isTombstoned(stream)) throw streamDeleted(name);
  const { ref } = stream;
  if (ref === undefined || stream.last < 0 || isSoftDeleted(stream)) {
    yield streamNotFoundFrame(name);
    return undefined;
  }
  const { first, last, createdSinceMs } = readableRange(stream, log.nowMs());
  const { backwards } = request;
  let low = first;
  let high = last;
  if (backwards)
    high = request.from === 'end' ? last : Math.min(last, request.from === 'start' ? 0 : request.from);
  else low = typeof request.from === 'number' ? Math.max(first, request.from) : first;
  let left = maxCount;
  while (low <= high) {
    const page: Page = log.events.ofStream(ref, low, high, createdSinceMs, backwards);
    const sent = page.events.slice(0, left);
    const end = sent.at(-1);
    if (end === undefined) return undefined;
    yield framesOf(log, request, sent);
    left -= sent.length;
    if (page.isLast || left <= 0) return undefined;
    if (backwards) high = end.revision - 1;
    else low = end.revision + 1;
  }
  return undefined;
}

function framesOf(log: ReadableLog, request: ReadRequest, events: readonly StoredEvent[]): Buffer {
  const frames = request.resolveLinks
    ? events.map((event) => log.links.resolved(event))
    : events.map((event) => event.frame);
  return Buffer.concat(frames);
}
