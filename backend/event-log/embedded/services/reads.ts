import { setImmediate as nextTurn } from 'node:timers/promises';
import type { GroupCommit } from '../appending/group-commit.js';
import { MAX_REQUEST_BYTES } from '../grpc/frames.js';
import type { GrpcCall } from '../grpc/grpc-call.js';
import { streamDeleted } from '../grpc/grpc-error.js';
import { readReadRequest, type ReadRequest } from '../messages/read-request.js';
import { MalformedMessage } from '../protobuf/wire-reader.js';
import { readPages, type ReadableLog } from '../reading/read-pages.js';
import type { EventTypes } from '../storage/event-types.js';
import { AllSource } from '../subscriptions/all-source.js';
import { FilterMatcher } from '../subscriptions/filter.js';
import { FilteredSource } from '../subscriptions/filtered-source.js';
import type { Source } from '../subscriptions/source.js';
import { StreamSource } from '../subscriptions/stream-source.js';
import { Subscription } from '../subscriptions/subscription.js';

/** What reads and subscriptions are served from. */
export interface ServedLog extends ReadableLog {
  readonly types: EventTypes;
  readonly commits: GroupCommit;
}

/** Read: a read with an end, or a subscription without one. */
export function handleRead(call: GrpcCall, log: ServedLog): void {
  let request: ReadRequest | undefined;
  call.receive(
    (message) => {
      request = readReadRequest(message);
    },
    () => {
      if (request === undefined) throw new MalformedMessage('a read came without a request');
      serve(call, log, request).catch((cause: unknown) => {
        call.failWith(cause);
      });
    },
    MAX_REQUEST_BYTES,
  );
}

async function serve(call: GrpcCall, log: ServedLog, request: ReadRequest): Promise<void> {
  if (request.maxCount === undefined) {
    await subscribe(call, log, request);
    return;
  }
  const pages = readPages(log, request, request.maxCount);
  let page = pages.next().value;
  while (page !== undefined) {
    const following = pages.next().value;
    // The last page leaves together with the status: a short read is one answer, not two.
    if (following === undefined) break;
    if (call.write(page)) await nextTurn();
    else await call.drained();
    if (call.closed) return;
    page = following;
  }
  call.end(page);
}

async function subscribe(call: GrpcCall, log: ServedLog, request: ReadRequest): Promise<void> {
  const { stream } = request;
  const deleted = (): ReturnType<typeof streamDeleted> => streamDeleted(stream ?? '$all');
  if (stream !== undefined && log.streams.isTombstoned(log.streams.named(stream))) throw deleted();
  await new Subscription(call, sourceOf(log, request), deleted).run(log.commits);
}

function sourceOf(log: ServedLog, request: ReadRequest): Source {
  const { stream, from, filter, resolveLinks } = request;
  if (stream !== undefined) {
    const last = log.streams.named(stream).last;
    return new StreamSource(log, stream, request, from === 'start' ? -1 : from === 'end' ? last : from);
  }
  const position = from === 'start' ? 0 : from === 'end' ? log.events.head().position : from;
  if (filter === undefined) return new AllSource(log, request, position);
  const matcher = new FilterMatcher(filter, log.types, log.streams);
  return new FilteredSource(log, matcher, filter.checkpointEvery, resolveLinks, position);
}
