import { MalformedMessage, WireReader } from '../protobuf/wire-reader.js';
import { readUuid } from '../protobuf/uuid.js';
import type { ExpectedRevision, ProposedEvent } from '../appending/append.js';

/** What every append names: its stream and the state it expects the stream in. */
export interface AppendTarget {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  /** Epoch milliseconds after which nobody waits for the answer. */
  readonly deadlineMs: number | undefined;
}

/** A message of the BatchAppend stream: an append comes in one or several of them. */
export interface BatchAppendPart {
  /** The UUID message as the client sent it: it is sent back unchanged. */
  readonly correlation: Buffer;
  readonly target: AppendTarget | undefined;
  readonly events: readonly ProposedEvent[];
  readonly isFinal: boolean;
}

/** A message of the unary Append: the target first, then one event a message. */
export type AppendPart = { readonly target: AppendTarget } | { readonly event: ProposedEvent };

export function readBatchAppendPart(message: Buffer): BatchAppendPart {
  const reader = new WireReader(message);
  let correlation: Buffer | undefined;
  let target: AppendTarget | undefined;
  const events: ProposedEvent[] = [];
  let isFinal = false;
  while (reader.next()) {
    if (reader.field === 1) correlation = reader.bytes();
    else if (reader.field === 2) target = readTarget(reader.message());
    else if (reader.field === 3) events.push(readProposedEvent(reader.message()));
    else if (reader.field === 4) isFinal = reader.number() !== 0;
    else reader.skip();
  }
  if (correlation === undefined) throw new MalformedMessage('a batch append has no correlation id');
  return { correlation, target, events, isFinal };
}

export function readAppendPart(message: Buffer): AppendPart {
  const reader = new WireReader(message);
  let part: AppendPart | undefined;
  while (reader.next()) {
    if (reader.field === 1) part = { target: readTarget(reader.message()) };
    else if (reader.field === 2) part = { event: readProposedEvent(reader.message()) };
    else reader.skip();
  }
  if (part === undefined) throw new MalformedMessage('an append message holds neither options nor an event');
  return part;
}

/** The options of an append, or (the same fields) of a delete. Throws MalformedMessage. */
export function readTarget(reader: WireReader, asker = 'an append'): AppendTarget {
  let stream = '';
  let expected: ExpectedRevision | undefined;
  let deadlineMs: number | undefined;
  while (reader.next()) {
    if (reader.field === 1) stream = readStreamName(reader.message());
    else if (reader.field === 2) expected = reader.number();
    else if (reader.field === 3) expected = readEmpty(reader, 'no-stream');
    else if (reader.field === 4) expected = readEmpty(reader, 'any');
    else if (reader.field === 5) expected = readEmpty(reader, 'stream-exists');
    else if (reader.field === 6) deadlineMs = readDeadline(reader);
    else reader.skip();
  }
  if (expected === undefined)
    throw new MalformedMessage(`${asker} does not say which revision it expects, or not in a way known here`);
  return { stream, expected, deadlineMs };
}

function readEmpty<T>(reader: WireReader, meaning: T): T {
  reader.skip();
  return meaning;
}

/** Batch appends carry google.protobuf.Timestamp, or (newer clients) a Duration in another field, which is skipped. */
function readDeadline(reader: WireReader): number {
  const timestamp = reader.message();
  let seconds = 0;
  let nanos = 0;
  while (timestamp.next()) {
    if (timestamp.field === 1) seconds = timestamp.number();
    else if (timestamp.field === 2) nanos = timestamp.number();
    else timestamp.skip();
  }
  return seconds * 1_000 + nanos / 1e6;
}

export function readStreamName(identifier: WireReader): string {
  let name = '';
  while (identifier.next()) {
    if (identifier.field === 3) name = identifier.text();
    else identifier.skip();
  }
  return name;
}

const NO_BYTES: Buffer = Buffer.alloc(0);

function readProposedEvent(reader: WireReader): ProposedEvent {
  let id: Buffer | undefined;
  let type = '';
  let contentType = '';
  let customMetadata = NO_BYTES;
  let data = NO_BYTES;
  while (reader.next()) {
    if (reader.field === 1) id = readUuid(reader.message());
    else if (reader.field === 2) {
      const entry = reader.message();
      let key = '';
      let value = '';
      while (entry.next()) {
        if (entry.field === 1) key = entry.text();
        else if (entry.field === 2) value = entry.text();
        else entry.skip();
      }
      if (key === 'type') type = value;
      else if (key === 'content-type') contentType = value;
    } else if (reader.field === 3) customMetadata = reader.bytes();
    else if (reader.field === 4) data = reader.bytes();
    else reader.skip();
  }
  return { id, type, contentType, customMetadata, data };
}
