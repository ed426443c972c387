import { describe, expect, it } from '@jest/globals';
import streamsMessages from '@eventstore/db-client/generated/streams_pb.js';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { GrpcStatus } from './grpc/grpc-error.js';
import { bytesField } from './protobuf/wire-writer.js';
import { STREAMS } from './testing/raw-grpc.js';
import {
  appendOptions,
  atMost,
  batchAppend,
  ofAllFromStart,
  ofStream,
  proposedEvent,
  readRequest,
  streamIdentifier,
} from './testing/raw-messages.js';
import { eventOf, optionsOf, RawStore } from './testing/raw-store.js';

const { BatchAppendResp, ReadResp } = streamsMessages;
const { InvalidArgument, Ok, ResourceExhausted, Unimplemented } = GrpcStatus;
const NOT_UTF8 = Buffer.from([0x61, 0xff, 0xfe, 0x62]);

const store = RawStore.forThisFile();

describe('a message that is none', () => {
  it.each([
    ['says that it is compressed', Buffer.from([1, 0, 0, 0, 2, 0x1f, 0x8b]), Unimplemented, /compressed/],
    [
      'begins with a byte of no meaning',
      Buffer.from([7, 0, 0, 0, 2, 1, 2]),
      InvalidArgument,
      /no gRPC message/,
    ],
    [
      'says that it holds 4 GB',
      Buffer.from([0, 255, 255, 255, 255, 1]),
      ResourceExhausted,
      /at most \d+ bytes/,
    ],
    ['breaks off', Buffer.from([0, 0, 0, 0, 9, 1, 2]), InvalidArgument, /cut off/],
    ['breaks off in its header', Buffer.from([0, 0]), InvalidArgument, /cut off/],
    ['is not there', Buffer.alloc(0), InvalidArgument, /without/],
  ])('is refused when it %s', async (_what, body, status, words) => {
    for (const method of ['Read', 'Append', 'Delete', 'Tombstone']) {
      const answer = await store.raw.call({ path: `${STREAMS}/${method}`, body: [body] });
      expect([method, answer.status, answer.message]).toEqual([method, status, expect.stringMatching(words)]);
    }
  });

  it('is told which encodings it may have when it is compressed', async () => {
    const answer = await store.raw.call({ path: `${STREAMS}/Read`, body: [Buffer.from([1, 0, 0, 0, 1, 1])] });
    expect(answer.trailers['grpc-accept-encoding']).toBe('identity');
  });

  it('is refused at its length, and its client is told to stop sending', async () => {
    const endless = [Buffer.from([0, 255, 255, 255, 255]), Buffer.alloc(100_000)];
    const answer = await store.raw.call({ path: `${STREAMS}/BatchAppend`, body: endless, ends: false });
    expect(answer.status).toBe(ResourceExhausted);
  });

  it('is refused when a read of 20 MB asks for nothing', async () => {
    const { status } = await store.read(bytesField(15, Buffer.alloc(20 * 1024 * 1024)));
    expect(status).toBe(ResourceExhausted);
  });

  it('is refused, never stored, and breaks nothing, whatever its bytes', async () => {
    const methods = ['Read', 'Append', 'BatchAppend', 'Delete', 'Tombstone'];
    const anyMessage = fc.record({
      method: fc.constantFrom(...methods),
      bytes: fc.uint8Array({ maxLength: 60 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyMessage, { minLength: 10, maxLength: 10 }), async (sent) => {
        const answers = await Promise.all(
          sent.map(({ method, bytes }) => store.raw.unary(`${STREAMS}/${method}`, bytes)),
        );
        for (const { status } of answers) expect([Ok, InvalidArgument, Unimplemented]).toContain(status);
      }),
      { numRuns: 40 },
    );
    expect(
      (await store.read(readRequest({ of: ofAllFromStart(), howMuch: atMost(1_000) }))).messages,
    ).toHaveLength(1);
  }, 60_000);
});

describe('text that is not UTF-8', () => {
  it.each([
    [
      "a stream's name to append to",
      () => store.append(optionsOf(appendOptions(NOT_UTF8)), eventOf(proposedEvent())),
    ],
    [
      "a stream's name in a batch",
      () => store.appendBatch(batchAppend(appendOptions(NOT_UTF8), [proposedEvent()])),
    ],
    [
      "a stream's name to read",
      () => store.read(readRequest({ of: ofStream(NOT_UTF8), howMuch: atMost(1) })),
    ],
    [
      "a stream's name to delete",
      () => store.delete('Delete', optionsOf(streamIdentifier(1, NOT_UTF8), bytesField(4))),
    ],
    [
      'an event type',
      () => store.append(optionsOf(appendOptions('text-1')), eventOf(proposedEvent({ type: NOT_UTF8 }))),
    ],
  ])('is refused in %s', async (_what, send) => {
    const answer = await send();
    expect([answer.status, answer.message]).toEqual([
      InvalidArgument,
      expect.stringMatching(/not valid UTF-8/),
    ]);
  });

  it('is kept as it is in data', async () => {
    const event = proposedEvent({ data: NOT_UTF8 });
    expect((await store.append(optionsOf(appendOptions('text-2')), eventOf(event))).status).toBe(Ok);
    const { messages } = await store.read(readRequest({ of: ofStream('text-2'), howMuch: atMost(5) }));
    const stored = ReadResp.deserializeBinary(messages[0] ?? Buffer.alloc(0))
      .getEvent()
      ?.getEvent();
    expect(Buffer.from(stored?.getData_asU8() ?? [])).toEqual(NOT_UTF8);
  });
});

describe('an append that never ends', () => {
  const part = (of: string, bytes: number) =>
    batchAppend(appendOptions(of), [proposedEvent({ data: Buffer.alloc(bytes, 32) })], false, randomUUID());

  it('is forgotten with its stream, others beside it are answered', async () => {
    const { messages } = await store.appendBatch(
      part('endless-1', 1_000),
      batchAppend(appendOptions('endless-2'), [proposedEvent()]),
    );
    expect(messages).toHaveLength(1);
  });

  it.each([
    ['a thousand of them', 1_100, 10],
    ['many megabytes of them', 90, 1_000_000],
  ])(
    'is refused with its stream when %s are waiting',
    async (_what, count, bytes) => {
      const parts = Array.from({ length: count }, (_, n) => part(`endless-${n}`, bytes));
      const { status, message } = await store.appendBatch(...parts);
      expect([status, message]).toEqual([
        ResourceExhausted,
        expect.stringMatching(/waiting for their last part/),
      ]);
    },
    60_000,
  );

  it('of events without data is too large all the same, once its messages are', async () => {
    const correlation = randomUUID();
    const events = Array.from({ length: 20_000 }, () => proposedEvent({ data: Buffer.alloc(0) }));
    const parts = Array.from({ length: 5 }, (_, n) =>
      batchAppend(n === 0 ? appendOptions('endless-3') : undefined, events, n === 4, correlation),
    );
    const [message] = (await store.appendBatch(...parts)).messages;
    const error = BatchAppendResp.deserializeBinary(message ?? Buffer.alloc(0)).getError();
    expect(error?.getDetails()?.getTypeUrl()).toMatch(/MaximumAppendSizeExceeded$/);
  }, 60_000);
});
