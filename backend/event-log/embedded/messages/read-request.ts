import streamsMessages from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { GrpcError, GrpcStatus } from '../grpc/grpc-error.js';
import { MalformedMessage } from '../protobuf/wire-reader.js';

/** Where a read or subscription begins; a number is a revision or a position. */
export type From = 'start' | 'end' | number;

export interface EventFilter {
  readonly on: 'type' | 'stream';
  readonly prefixes: readonly string[];
  readonly regex: RegExp | undefined;
  /** Events looked at between two checkpoints. */
  readonly checkpointEvery: number;
}

export interface ReadRequest {
  /** undefined: `$all`. */
  readonly stream: string | undefined;
  readonly from: From;
  readonly backwards: boolean;
  readonly resolveLinks: boolean;
  /** How many events at most; undefined: a subscription, which has no end. */
  readonly maxCount: number | undefined;
  readonly filter: EventFilter | undefined;
}

type Options = ReadReq.Options;
const DEFAULT_SEARCH_WINDOW = 32;

export function readReadRequest(message: Buffer): ReadRequest {
  const options = decode(message).getOptions();
  if (options === undefined) throw new MalformedMessage('a read has no options');
  return {
    ...placeOf(options),
    backwards: options.getReadDirection() === streamsMessages.ReadReq.Options.ReadDirection.BACKWARDS,
    resolveLinks: options.getResolveLinks(),
    maxCount: options.hasSubscription() ? undefined : Number(options.getCount()),
    filter: filterOf(options),
  };
}

function decode(message: Buffer): ReadReq {
  try {
    return streamsMessages.ReadReq.deserializeBinary(message);
  } catch (cause) {
    throw new MalformedMessage(`a read request does not parse: ${String(cause)}`);
  }
}

function placeOf(options: Options): { stream: string | undefined; from: From } {
  const one = options.getStream();
  if (one !== undefined) {
    const stream = Buffer.from(one.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');
    if (stream === '')
      throw new GrpcError(GrpcStatus.InvalidArgument, 'the stream name is empty: name the stream to read');
    return { stream, from: one.hasStart() ? 'start' : one.hasEnd() ? 'end' : Number(one.getRevision()) };
  }
  const all = options.getAll();
  if (all === undefined) throw new MalformedMessage('a read names neither a stream nor $all');
  const position = all.getPosition();
  return {
    stream: undefined,
    from: position !== undefined ? Number(position.getCommitPosition()) : all.hasEnd() ? 'end' : 'start',
  };
}

function filterOf(options: Options): EventFilter | undefined {
  const filter = options.getFilter();
  if (filter === undefined) return undefined;
  const onStream = filter.getStreamIdentifier();
  const expression = onStream ?? filter.getEventType();
  if (expression === undefined)
    throw new MalformedMessage('a filter says neither event type nor stream name');
  const regex = expression.getRegex();
  const window = filter.hasMax() ? filter.getMax() : DEFAULT_SEARCH_WINDOW;
  return {
    on: onStream === undefined ? 'type' : 'stream',
    prefixes: expression.getPrefixList(),
    regex: regex === '' ? undefined : compiled(regex),
    checkpointEvery: Math.max(1, window) * Math.max(1, filter.getCheckpointintervalmultiplier()),
  };
}

function compiled(regex: string): RegExp {
  try {
    return new RegExp(regex);
  } catch (cause) {
    throw new GrpcError(
      GrpcStatus.InvalidArgument,
      `the filter's regular expression is not valid: ${String(cause)}`,
    );
  }
}
