import { GrpcError, GrpcStatus, streamDeleted } from '../grpc/grpc-error.js';
import { streamNotFoundFrame } from '../messages/read-responses.js';
import type { ReadRequest } from '../messages/read-request.js';
import type { EventPages, Page } from '../storage/event-pages.js';
import type { Events } from '../storage/events.js';
import { EventFileDamaged } from '../storage/file-errors.js';
import { POSITION_STEP } from '../storage/places.js';
import { isSoftDeleted, type Streams } from '../storage/streams.js';
import { reversedFrames } from './frame-runs.js';
import type { LinkResolver } from './links.js';
import { readableRange } from './readable-range.js';

/** What a read asks of the store. */
export interface ReadableLog {
  readonly streams: Streams;
  readonly events: Events;
  readonly pages: EventPages;
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
  const { events, pages } = log;
  const { from, backwards } = request;
  const head = events.head().position;
  if (typeof from === 'number' && from > 0 && from <= head && !events.has(from)) throw unreadable('All');
  let at = from === 'start' ? 0 : from === 'end' ? head + 1 : Math.min(from, head + 1);
  let left = maxCount;
  while (left > 0 && (backwards || at <= head)) {
    // Not beyond the head: of an append that came since, a page could hold a part.
    const due = Math.min(left, Math.floor((head - Math.max(at, 1)) / POSITION_STEP) + 1);
    const page = backwards ? pages.ofAllBefore(at, left) : pages.ofAll(at, due);
    if (page.count === 0 && !backwards) throw missing('position', at);
    if (page.count === 0) return undefined;
    yield sent(log, request, page);
    left -= page.count;
    at = backwards ? page.first : page.last + 1;
  }
  return undefined;
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
  const { first, last } = readableRange(stream, log);
  const { backwards } = request;
  let low = first;
  let high = last;
  if (backwards)
    high = request.from === 'end' ? last : Math.min(last, request.from === 'start' ? 0 : request.from);
  else low = typeof request.from === 'number' ? Math.max(first, request.from) : first;
  let left = maxCount;
  while (low <= high && left > 0) {
    const page = backwards
      ? log.pages.ofStreamBefore(ref, low, high, left)
      : log.pages.ofStream(ref, low, high, left);
    if (page.count === 0) throw missing('revision', low);
    yield sent(log, request, page);
    left -= page.count;
    if (backwards) high = page.first - 1;
    else low = page.last + 1;
  }
  return undefined;
}

/** Only what the file itself says to be there is asked for. */
const missing = (place: string, from: number): EventFileDamaged =>
  new EventFileDamaged(`the events from ${place} ${from} on are missing`);

function sent({ links }: ReadableLog, { backwards, resolveLinks }: ReadRequest, { bytes }: Page): Buffer {
  const ordered = backwards ? reversedFrames(bytes) : bytes;
  return resolveLinks ? links.resolvedRun(ordered) : ordered;
}
