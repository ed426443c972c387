import { FRAME_HEADER_BYTES, writeFrameHeader } from '../grpc/frames.js';
import { writeUuidText } from '../protobuf/uuid.js';
import { WireReader } from '../protobuf/wire-reader.js';
import { bytesField, textField, varintSize, writeVarint } from '../protobuf/wire-writer.js';
import { END_OF_STREAM, END_OF_STREAM_ON_THE_WIRE } from '../storage/places.js';

export interface EventToRecord {
  readonly id: Buffer;
  readonly type: string;
  readonly contentType: string;
  readonly customMetadata: Uint8Array;
  readonly data: Uint8Array;
  /** The stream identifier field, ready made: see `streamIdentifierField`. */
  readonly streamIdentifier: Buffer;
  readonly revision: number;
  readonly position: number;
  /** Epoch milliseconds. */
  readonly createdMs: number;
}

const UUID_FIELD_BYTES = 40;
const LARGEST_REVISION_BYTES = 9;
const KIND_CACHE_SIZE = 1_000;
const LARGEST_CACHED_KIND = 1_000;
const kindFields = new Map<string, Buffer>();
let createdFieldFor = -1;
let createdField: Buffer = Buffer.alloc(0);

/** RecordedEvent's field 2: the name of the stream. */
export const streamIdentifierField = (name: string): Buffer => bytesField(2, textField(3, name));

const metadataEntry = (key: string, value: string): Buffer =>
  bytesField(6, textField(1, key), textField(2, value));

/** The two entries that tell type and content type: the same for most events, so they are made once. */
function kindFieldsOf(type: string, contentType: string): Buffer {
  // The length tells the two apart: either may hold any character.
  const key = `${contentType.length} ${contentType}${type}`;
  const known = kindFields.get(key);
  if (known !== undefined) return known;
  const made = Buffer.concat([metadataEntry('type', type), metadataEntry('content-type', contentType)]);
  if (made.length > LARGEST_CACHED_KIND) return made;
  if (kindFields.size >= KIND_CACHE_SIZE) kindFields.clear();
  kindFields.set(key, made);
  return made;
}

function createdFieldOf(createdMs: number): Buffer {
  if (createdMs !== createdFieldFor) {
    // EventStoreDB counts ticks of 100 nanoseconds.
    createdField = metadataEntry('created', `${createdMs}0000`);
    createdFieldFor = createdMs;
  }
  return createdField;
}

/**
 * The framed ReadResp that a read of this event sends. It is stored as it is: reading a page of events is concatenating them.
 * Written by hand because the generated classes take longer for it than SQLite does for storing.
 */
export function encodeEventFrame(event: EventToRecord): Buffer {
  const kind = kindFieldsOf(event.type, event.contentType);
  const created = createdFieldOf(event.createdMs);
  const positionSize = varintSize(event.position);
  const revisionSize = event.revision === END_OF_STREAM ? LARGEST_REVISION_BYTES : varintSize(event.revision);
  const dataSize = event.data.length;
  const customSize = event.customMetadata.length;
  const recordedSize =
    UUID_FIELD_BYTES +
    event.streamIdentifier.length +
    (1 + revisionSize) +
    2 * (1 + positionSize) +
    kind.length +
    created.length +
    (1 + varintSize(customSize) + customSize) +
    (1 + varintSize(dataSize) + dataSize);
  const readEventSize = 1 + varintSize(recordedSize) + recordedSize + 1 + positionSize;
  const messageSize = 1 + varintSize(readEventSize) + readEventSize;
  const frame = Buffer.allocUnsafe(FRAME_HEADER_BYTES + messageSize);
  let at = writeFrameHeader(frame, messageSize);
  frame[at++] = 0x0a;
  at = writeVarint(frame, at, readEventSize);
  frame[at++] = 0x0a;
  at = writeVarint(frame, at, recordedSize);
  frame[at++] = 0x0a;
  frame[at++] = UUID_FIELD_BYTES - 2;
  frame[at++] = 0x12;
  frame[at++] = UUID_FIELD_BYTES - 4;
  at = writeUuidText(frame, at, event.id);
  at = put(frame, at, event.streamIdentifier);
  frame[at++] = 0x18;
  at = writeRevision(frame, at, event.revision);
  frame[at++] = 0x20;
  at = writeVarint(frame, at, event.position);
  frame[at++] = 0x28;
  at = writeVarint(frame, at, event.position);
  at = put(frame, at, kind);
  at = put(frame, at, created);
  frame[at++] = 0x3a;
  at = writeVarint(frame, at, customSize);
  at = put(frame, at, event.customMetadata);
  frame[at++] = 0x42;
  at = writeVarint(frame, at, dataSize);
  at = put(frame, at, event.data);
  frame[at++] = 0x18;
  writeVarint(frame, at, event.position);
  return frame;
}

function put(target: Buffer, offset: number, bytes: Uint8Array): number {
  target.set(bytes, offset);
  return offset + bytes.length;
}

function writeRevision(frame: Buffer, offset: number, revision: number): number {
  if (revision !== END_OF_STREAM) return writeVarint(frame, offset, revision);
  let at = offset;
  for (let rest = END_OF_STREAM_ON_THE_WIRE; rest > 0n; rest >>= 7n) {
    frame[at++] = Number(rest & 0x7fn) | (rest > 0x7fn ? 0x80 : 0);
  }
  return at;
}

/** The RecordedEvent inside a stored frame, as bytes. */
export function recordedEventOf(frame: Buffer): Buffer {
  return fieldOf(fieldOf(frame.subarray(FRAME_HEADER_BYTES), 1), 1);
}

/** The data of the event inside a stored frame. */
export const dataOf = (frame: Buffer): Buffer => fieldOf(recordedEventOf(frame), 8);

/** The type of the event inside a stored frame. */
export function typeOf(frame: Buffer): string {
  const reader = new WireReader(recordedEventOf(frame));
  while (reader.next()) {
    if (reader.field !== 6) {
      reader.skip();
      continue;
    }
    const entry = reader.bytes();
    if (fieldOf(entry, 1).toString('latin1') === 'type') return fieldOf(entry, 2).toString('utf8');
  }
  return '';
}

function fieldOf(message: Buffer, field: number): Buffer {
  const reader = new WireReader(message);
  while (reader.next()) {
    if (reader.field === field) return reader.bytes();
    reader.skip();
  }
  return Buffer.alloc(0);
}
