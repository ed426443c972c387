import { randomUUID } from 'node:crypto';
import { bytesField, textField, varintField } from '../protobuf/wire-writer.js';

/** How requests are written on the wire, field by field, so that tests can leave fields out, add some, or write them wrongly. */

export const streamIdentifier = (field: number, name: string | Uint8Array): Buffer =>
  bytesField(field, typeof name === 'string' ? textField(3, name) : bytesField(3, name));

const NO_STREAM = bytesField(3);

/** The options of an append to this stream, which expects that it is not there unless another expectation is given. */
export const appendOptions = (stream: string | Uint8Array, expectation: Buffer = NO_STREAM): Buffer =>
  Buffer.concat([streamIdentifier(1, stream), expectation]);

export interface WrittenEvent {
  readonly type?: string | Uint8Array;
  readonly data?: Uint8Array;
  readonly id?: Buffer;
  /** Fields after the known ones. */
  readonly more?: Buffer;
}

/** The body of a proposed event. */
export function proposedEvent({ type = 'test.Happened.v1', data, id, more }: WrittenEvent = {}): Buffer {
  const entry = (key: string, value: string | Uint8Array): Buffer =>
    bytesField(2, textField(1, key), typeof value === 'string' ? textField(2, value) : bytesField(2, value));
  return Buffer.concat([
    id ?? bytesField(1, textField(2, randomUUID())),
    entry('type', type),
    entry('content-type', 'application/json'),
    bytesField(4, data ?? Buffer.from('{}')),
    more ?? Buffer.alloc(0),
  ]);
}

/** A message of the BatchAppend stream. */
export function batchAppend(
  options: Uint8Array | undefined,
  events: readonly Uint8Array[],
  isFinal = true,
  correlation: string = randomUUID(),
): Buffer {
  return Buffer.concat([
    bytesField(1, textField(2, correlation)),
    ...(options === undefined ? [] : [bytesField(2, options)]),
    ...events.map((event) => bytesField(3, event)),
    varintField(4, isFinal ? 1 : 0),
  ]);
}

const EMPTY_FIELDS = { start: bytesField(3), subscription: bytesField(6), noFilter: bytesField(8) };

export interface WrittenRead {
  /** Field 1 (a stream) or 2 ($all) of the options. */
  readonly of: Buffer;
  /** Field 5 (a count) or 6 (a subscription). */
  readonly howMuch: Buffer;
  /** Field 7 (a filter) or 8 (none). */
  readonly filter?: Buffer;
  readonly direction?: Buffer;
}
/** A read of a stream from its start. */
export const ofStream = (stream: string | Uint8Array): Buffer =>
  bytesField(1, streamIdentifier(1, stream), EMPTY_FIELDS.start);
export const ofAllFromStart = (): Buffer => bytesField(2, bytesField(2));
export const subscription = (): Buffer => EMPTY_FIELDS.subscription;
export const atMost = (count: number): Buffer => varintField(5, count);

export const readRequest = ({ of, howMuch, filter, direction }: WrittenRead): Buffer =>
  bytesField(
    1,
    of,
    direction ?? Buffer.alloc(0),
    howMuch,
    filter ?? EMPTY_FIELDS.noFilter,
    // How ids are to be written: as text.
    bytesField(9, bytesField(2)),
  );
