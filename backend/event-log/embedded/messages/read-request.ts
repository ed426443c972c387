import { GrpcError, GrpcStatus } from '../grpc/grpc-error.js';
import { checkedStream } from '../appending/append.js';
import { MalformedMessage, WireReader } from '../protobuf/wire-reader.js';
import { readStreamName } from './append-requests.js';

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

const DEFAULT_SEARCH_WINDOW = 32;
const FORWARDS = 0;
const BACKWARDS = 1;

/** The fields of a read as they come; what was not sent stays undefined. */
interface Options {
  place?: { readonly stream: string | undefined; readonly from: From };
  direction: number;
  resolveLinks: boolean;
  maxCount?: number | 'subscription';
  filter?: EventFilter | 'none';
}

/** Throws MalformedMessage, or GrpcError for a stream or a filter that cannot be. */
export function readReadRequest(message: Buffer): ReadRequest {
  const reader = new WireReader(message);
  let options: Options | undefined;
  while (reader.next()) {
    if (reader.field === 1) options = readOptions(reader.message());
    else reader.skip();
  }
  if (options === undefined) throw new MalformedMessage('a read has no options');
  const { place, direction, resolveLinks, maxCount, filter } = options;
  if (maxCount === undefined) throw unknownHere('how much to read');
  if (direction !== FORWARDS && direction !== BACKWARDS) throw unknownHere('in which direction to read');
  const backwards = direction === BACKWARDS;
  const isSubscription = maxCount === 'subscription';
  if (isSubscription && backwards) throw new MalformedMessage('a subscription goes forwards alone');
  if (place === undefined) throw unknownHere('whether it is of a stream or of $all');
  if (filter === undefined) throw unknownHere('whether to filter');
  return {
    ...place,
    backwards,
    resolveLinks,
    maxCount: isSubscription ? undefined : maxCount,
    filter: filter === 'none' ? undefined : filter,
  };
}

/** A newer client may ask in a way that this server does not know: answering as if it had not asked would be a wrong answer. */
const unknownHere = (what: string): MalformedMessage =>
  new MalformedMessage(`a read does not say ${what}, or not in a way known here`);

function readOptions(reader: WireReader): Options {
  const options: Options = { direction: FORWARDS, resolveLinks: false };
  while (reader.next()) {
    const { field } = reader;
    if (field === 1) options.place = readStreamPlace(reader.bytes());
    else if (field === 2) options.place = { stream: undefined, from: readFrom(reader.message(), ALL_FROM) };
    else if (field === 3) options.direction = reader.number();
    else if (field === 4) options.resolveLinks = reader.number() !== 0;
    else if (field === 5) options.maxCount = reader.number();
    else if (field === 6) options.maxCount = readEmpty(reader, 'subscription');
    else if (field === 7) options.filter = readFilter(reader.message());
    else if (field === 8) options.filter = readEmpty(reader, 'none');
    else reader.skip();
  }
  return options;
}

function readEmpty<T>(reader: WireReader, meaning: T): T {
  reader.bytes();
  return meaning;
}

/** Which field says which beginning: the numbers differ for a stream and for `$all`. */
interface FromFields {
  readonly start: number;
  readonly end: number;
  readonly place: number;
  readPlace(reader: WireReader): number;
}

const STREAM_FROM: FromFields = { place: 2, start: 3, end: 4, readPlace: (reader) => reader.number() };
const ALL_FROM: FromFields = {
  place: 1,
  start: 2,
  end: 3,
  readPlace: (reader) => {
    const position = reader.message();
    let commit = 0;
    while (position.next()) {
      if (position.field === 1) commit = position.number();
      else position.skip();
    }
    return commit;
  },
};

function readFrom(reader: WireReader, fields: FromFields): From {
  let from: From | undefined;
  while (reader.next()) {
    if (reader.field === fields.place) from = fields.readPlace(reader);
    else if (reader.field === fields.start) from = readEmpty(reader, 'start');
    else if (reader.field === fields.end) from = readEmpty(reader, 'end');
    else reader.skip();
  }
  if (from === undefined) throw unknownHere('where to begin');
  return from;
}

function readStreamPlace(bytes: Buffer): { stream: string; from: From } {
  const reader = new WireReader(bytes);
  let stream = '';
  while (reader.next()) {
    if (reader.field === 1) stream = readStreamName(reader.message());
    else reader.skip();
  }
  return { stream: checkedStream(stream), from: readFrom(new WireReader(bytes), STREAM_FROM) };
}

function readFilter(reader: WireReader): EventFilter {
  let on: EventFilter['on'] | undefined;
  let expression: Expression | undefined;
  let window = DEFAULT_SEARCH_WINDOW;
  let multiplier = 1;
  while (reader.next()) {
    if (reader.field === 1 || reader.field === 2) {
      on = reader.field === 1 ? 'stream' : 'type';
      expression = readExpression(reader.message());
    } else if (reader.field === 3) window = reader.number();
    else if (reader.field === 5) multiplier = reader.number();
    else reader.skip();
  }
  if (on === undefined || expression === undefined)
    throw new MalformedMessage('a filter says neither event type nor stream name');
  return { on, ...expression, checkpointEvery: Math.max(1, window) * Math.max(1, multiplier) };
}

type Expression = Pick<EventFilter, 'prefixes' | 'regex'>;

function readExpression(reader: WireReader): Expression {
  const prefixes: string[] = [];
  let regex = '';
  while (reader.next()) {
    if (reader.field === 1) regex = reader.text();
    else if (reader.field === 2) prefixes.push(reader.text());
    else reader.skip();
  }
  return { prefixes, regex: regex === '' ? undefined : compiled(regex) };
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
