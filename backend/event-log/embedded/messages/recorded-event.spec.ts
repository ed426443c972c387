import { describe, expect, it } from '@jest/globals';
import streamsMessages from '@eventstore/db-client/generated/streams_pb.js';
import fc from 'fast-check';
import { messageOf } from '../grpc/frames.js';
import { END_OF_STREAM } from '../storage/places.js';
import { dataOf, encodeEventFrame, streamIdentifierField, typeOf } from './recorded-event.js';

const bytes = (maxLength: number) => fc.uint8Array({ maxLength }).map((array) => Buffer.from(array));
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 });
const anyEvent = fc.record({
  id: fc.uuid(),
  type: name,
  contentType: fc.constantFrom('application/json', 'application/octet-stream'),
  customMetadata: bytes(20_000),
  data: bytes(20_000),
  stream: name,
  revision: fc.nat(),
  position: fc.integer({ min: 1, max: 2 ** 52 }),
  createdMs: fc.integer({ min: 0, max: 4_000_000_000_000 }),
});

describe('the stored frame of an event', () => {
  it('is what the generated classes read back, for any event', () => {
    fc.assert(
      fc.property(anyEvent, ({ id, stream, ...event }) => {
        const idBytes = Buffer.from(id.replaceAll('-', ''), 'hex');
        const frame = encodeEventFrame({
          ...event,
          id: idBytes,
          streamIdentifier: streamIdentifierField(stream),
        });
        const response = streamsMessages.ReadResp.deserializeBinary(messageOf(frame)).getEvent();
        const recorded = response?.getEvent();
        expect(frame.readUInt32BE(1)).toBe(frame.length - 5);
        expect(response?.getCommitPosition()).toBe(String(event.position));
        expect(recorded?.getId()?.getString()).toBe(id);
        expect(Buffer.from(recorded?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()).toBe(
          stream,
        );
        expect(recorded?.getStreamRevision()).toBe(String(event.revision));
        expect(recorded?.getPreparePosition()).toBe(String(event.position));
        expect(recorded?.getCommitPosition()).toBe(String(event.position));
        expect(recorded?.getMetadataMap().toObject()).toEqual(
          expect.arrayContaining([
            ['type', event.type],
            ['content-type', event.contentType],
            ['created', `${event.createdMs}0000`],
          ]),
        );
        expect(event.data.equals(recorded?.getData_asU8() ?? new Uint8Array(1))).toBe(true);
        expect(event.customMetadata.equals(recorded?.getCustomMetadata_asU8() ?? new Uint8Array(1))).toBe(
          true,
        );
        expect(dataOf(frame).equals(event.data)).toBe(true);
        expect(typeOf(frame)).toBe(event.type);
      }),
      { numRuns: 200 },
    );
  });

  it('shows a tombstone at revision 2^63−1', () => {
    const frame = encodeEventFrame({
      id: Buffer.alloc(16, 7),
      type: '$streamDeleted',
      contentType: 'application/octet-stream',
      customMetadata: Buffer.alloc(0),
      data: Buffer.alloc(0),
      streamIdentifier: streamIdentifierField('gone-1'),
      revision: END_OF_STREAM,
      position: 64,
      createdMs: 1,
    });
    const recorded = streamsMessages.ReadResp.deserializeBinary(messageOf(frame)).getEvent()?.getEvent();
    expect(recorded?.getStreamRevision()).toBe('9223372036854775807');
  });
});
