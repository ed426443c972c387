import { FRAME_HEADER_BYTES } from '../grpc/frames.js';
import { MalformedMessage, WireReader } from '../protobuf/wire-reader.js';
import { readUuid } from '../protobuf/uuid.js';
import { END_OF_STREAM, END_OF_STREAM_ON_THE_WIRE } from '../storage/places.js';

/** What a stored event says of itself, and what the columns beside it repeat. */
export interface StoredFacts {
  /** Thirty-two hexadecimal digits. */
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly revision: number;
  /** Epoch milliseconds. */
  readonly createdMs: number;
}

const TICKS_PER_MS = 10_000;

/** Decodes a stored frame to its end. Throws MalformedMessage. */
export function readStoredFrame(
  frame: Buffer,
): StoredFacts & { readonly position: number; readonly data: Buffer } {
  if (frame.length < FRAME_HEADER_BYTES || frame.readUInt32BE(1) !== frame.length - FRAME_HEADER_BYTES)
    throw new MalformedMessage('its length is not what its header says');
  const event = fieldsOf(new WireReader(frame.subarray(FRAME_HEADER_BYTES))).message(1);
  const read = fieldsOf(event);
  const recorded = fieldsOf(read.message(1));
  const metadata = new Map(recorded.all(6).map((entry) => metadataEntry(new WireReader(entry))));
  return {
    id: readUuid(recorded.message(1))?.toString('hex') ?? '',
    stream: fieldsOf(recorded.message(2)).bytes(3).toString('utf8'),
    type: metadata.get('type') ?? '',
    revision: revisionOf(recorded.number(3)),
    createdMs: Math.floor(Number(metadata.get('created')) / TICKS_PER_MS),
    position: Number(read.number(3)),
    data: recorded.bytes(8),
  };
}

const revisionOf = (onTheWire: bigint): number =>
  onTheWire === END_OF_STREAM_ON_THE_WIRE ? END_OF_STREAM : Number(onTheWire);

interface Fields {
  all(field: number): readonly Buffer[];
  bytes(field: number): Buffer;
  message(field: number): WireReader;
  number(field: number): bigint;
}

const VARINT = 0;

/** Reads a whole message at once. */
function fieldsOf(reader: WireReader): Fields {
  const byteFields: [number, Buffer][] = [];
  const numbers = new Map<number, bigint>();
  while (reader.next()) {
    const { field } = reader;
    if (reader.wireType === VARINT) numbers.set(field, reader.bigVarint());
    else byteFields.push([field, reader.bytes()]);
  }
  const all = (wanted: number): Buffer[] =>
    byteFields.filter(([field]) => field === wanted).map(([, bytes]) => bytes);
  const bytes = (wanted: number): Buffer => all(wanted)[0] ?? Buffer.alloc(0);
  return {
    all,
    bytes,
    message: (wanted) => new WireReader(bytes(wanted)),
    number: (wanted) => numbers.get(wanted) ?? 0n,
  };
}

function metadataEntry(entry: WireReader): [string, string] {
  const fields = fieldsOf(entry);
  return [fields.bytes(1).toString('utf8'), fields.bytes(2).toString('utf8')];
}
