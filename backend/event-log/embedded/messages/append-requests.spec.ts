import { describe, expect, it } from '@jest/globals';
import sharedMessages from '@eventstore/db-client/generated/shared_pb.js';
import streamsMessages from '@eventstore/db-client/generated/streams_pb.js';
import fc from 'fast-check';
import { MalformedMessage } from '../protobuf/wire-reader.js';
import { readBatchAppendPart } from './append-requests.js';

const bytes = fc.uint8Array({ maxLength: 2_000 });
const anyAppend = fc.record({
  stream: fc.string({ unit: 'grapheme', minLength: 1 }),
  expected: fc.oneof(fc.constantFrom('any', 'no-stream', 'stream-exists'), fc.nat()),
  events: fc.array(
    fc.record({ id: fc.uuid(), type: fc.string({ unit: 'grapheme' }), data: bytes, custom: bytes }),
  ),
});
type Append = typeof anyAppend extends fc.Arbitrary<infer T> ? T : never;

function requestOf({ stream, expected, events }: Append): Uint8Array {
  const options = new streamsMessages.BatchAppendReq.Options();
  const identifier = new sharedMessages.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream).toString('base64'));
  options.setStreamIdentifier(identifier);
  const { Empty } = sharedMessages;
  if (expected === 'any') options.setAny(new Empty());
  else if (expected === 'no-stream') options.setNoStream(new Empty());
  else if (expected === 'stream-exists') options.setStreamExists(new Empty());
  else options.setStreamPosition(String(expected));
  const request = new streamsMessages.BatchAppendReq();
  const correlation = new sharedMessages.UUID();
  correlation.setString('0c0ffee0-0000-4000-8000-000000000000');
  request.setCorrelationId(correlation);
  request.setOptions(options);
  request.setIsFinal(true);
  for (const event of events) {
    const message = new streamsMessages.BatchAppendReq.ProposedMessage();
    const id = new sharedMessages.UUID();
    id.setString(event.id);
    message.setId(id);
    message.getMetadataMap().set('type', event.type).set('content-type', 'application/json');
    message.setData(event.data);
    message.setCustomMetadata(event.custom);
    request.addProposedMessages(message);
  }
  return request.serializeBinary();
}

describe('a batch append request', () => {
  it('is read as the generated classes wrote it', () => {
    fc.assert(
      fc.property(anyAppend, (append) => {
        const part = readBatchAppendPart(Buffer.from(requestOf(append)));
        expect(part.isFinal).toBe(true);
        expect(part.target).toMatchObject({ stream: append.stream, expected: append.expected });
        const read = part.events.map((event) => ({
          id: event.id?.toString('hex'),
          type: event.type,
          data: event.data.toString('hex'),
          custom: event.customMetadata.toString('hex'),
        }));
        const sent = append.events.map((event) => ({
          id: event.id.replaceAll('-', ''),
          type: event.type,
          data: Buffer.from(event.data).toString('hex'),
          custom: Buffer.from(event.custom).toString('hex'),
        }));
        expect(read).toEqual(sent);
      }),
      { numRuns: 100 },
    );
  });

  it('is either read or refused as malformed, whatever its bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (array) => {
        try {
          readBatchAppendPart(Buffer.from(array));
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedMessage);
        }
      }),
      { numRuns: 500 },
    );
  });
});
