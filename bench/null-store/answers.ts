import { frame } from '../../backend/event-log/embedded/grpc/frames.js';
import {
  encodeEventFrame,
  streamIdentifierField,
} from '../../backend/event-log/embedded/messages/recorded-event.js';
import { WireReader } from '../../backend/event-log/embedded/protobuf/wire-reader.js';
import { bytesField, textField, varintField } from '../../backend/event-log/embedded/protobuf/wire-writer.js';
import { smallObservation } from '../event-store/small-observation.js';

/** Framed BatchAppendResp: stored at revision 0. */
export const appended = (correlation: Buffer): Buffer =>
  frame(
    bytesField(1, correlation),
    bytesField(3, varintField(1, 0), bytesField(3, varintField(1, 64), varintField(2, 64))),
    bytesField(4, textField(3, 'null')),
    bytesField(7),
  );

/** The correlation id of a BatchAppendReq that ends an append; its events are skipped unread. */
export function correlationIfFinal(message: Buffer): Buffer | undefined {
  const reader = new WireReader(message);
  let correlation: Buffer | undefined;
  let isFinal = false;
  while (reader.next()) {
    if (reader.field === 1) correlation = reader.bytes();
    else if (reader.field === 4) isFinal = reader.varint() !== 0;
    else reader.skip();
  }
  return isFinal ? correlation : undefined;
}

const SUPPORTED = ['append', 'batchappend', 'read', 'delete', 'tombstone'];

/** Framed SupportedMethods: without BatchAppend in it the client takes its slow road. */
export const features = (): Buffer =>
  frame(
    ...SUPPORTED.map((method) =>
      bytesField(1, textField(1, method), textField(2, 'event_store.client.streams.streams')),
    ),
    textField(2, '23.10.6-null'),
  );

/** So many framed events of equal length, back to back. */
export function someEvents(count: number): Buffer {
  const { type, data, metadata } = smallObservation(0);
  const event = encodeEventFrame({
    id: Buffer.alloc(16, 7),
    type,
    contentType: 'application/json',
    customMetadata: Buffer.from(JSON.stringify(metadata), 'utf8'),
    data: Buffer.from(JSON.stringify(data), 'utf8'),
    streamIdentifier: streamIdentifierField('null-store'),
    revision: 1_000,
    position: 1_000_000,
    createdMs: Date.now(),
  });
  return Buffer.concat(Array.from({ length: count }, () => event));
}
