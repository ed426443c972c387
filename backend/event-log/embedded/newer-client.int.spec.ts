import { describe, expect, it } from '@jest/globals';
import streamsMessages from '@eventstore/db-client/generated/streams_pb.js';
import { GrpcStatus } from './grpc/grpc-error.js';
import { bytesField, varintField } from './protobuf/wire-writer.js';
import {
  appendOptions,
  atMost,
  batchAppend,
  ofAllFromStart,
  ofStream,
  proposedEvent,
  readRequest,
  streamIdentifier,
  subscription,
} from './testing/raw-messages.js';
import { eventOf, optionsOf, RawStore } from './testing/raw-store.js';

const { BatchAppendResp, ReadResp } = streamsMessages;
const { InvalidArgument, Ok, Unimplemented } = GrpcStatus;

const store = RawStore.forThisFile();

describe('a message of a newer client', () => {
  const newerFields = Buffer.concat([
    varintField(14, 7),
    bytesField(15, Buffer.from('something new')),
    Buffer.from([0x0c * 8 + 1, 1, 2, 3, 4, 5, 6, 7, 8]),
    Buffer.from([0x0d * 8 + 5, 1, 2, 3, 4]),
  ]);

  it('is served without the fields that are unknown here', async () => {
    const options = Buffer.concat([appendOptions('newer-1'), newerFields]);
    const event = proposedEvent({ more: newerFields });
    const unary = await store.append(Buffer.concat([optionsOf(options), newerFields]), eventOf(event));
    expect(unary.status).toBe(Ok);
    const batch = Buffer.concat([batchAppend(appendOptions('newer-2'), [event]), newerFields]);
    const [answer] = (await store.appendBatch(batch)).messages;
    expect(BatchAppendResp.deserializeBinary(answer ?? Buffer.alloc(0)).hasSuccess()).toBe(true);
    for (const stream of ['newer-1', 'newer-2'])
      expect(await store.typesIn(stream)).toEqual(['test.Happened.v1']);
    const asked = Buffer.concat([readRequest({ of: ofStream('newer-1'), howMuch: atMost(5) }), newerFields]);
    expect((await store.read(asked)).messages).toHaveLength(1);
  });

  const NEW_EXPECTATION = bytesField(13);
  it.each([
    [
      'expects a revision in a new way',
      /revision it expects/,
      () => store.append(optionsOf(appendOptions('newer-3', NEW_EXPECTATION))),
    ],
    [
      'expects nothing',
      /revision it expects/,
      () => store.append(optionsOf(appendOptions('newer-3', Buffer.alloc(0)))),
    ],
    [
      'expects a revision that is no number',
      /no number/,
      () => store.append(optionsOf(appendOptions('newer-3', bytesField(2, Buffer.from('1'))))),
    ],
    [
      'appends in a batch and expects in a new way',
      /revision it expects/,
      () => store.appendBatch(batchAppend(appendOptions('newer-3', NEW_EXPECTATION), [proposedEvent()])),
    ],
    [
      'deletes and expects in a new way',
      /revision it expects/,
      () => store.delete('Delete', optionsOf(streamIdentifier(1, 'newer-3'), NEW_EXPECTATION)),
    ],
    [
      'tombstones and expects in a new way',
      /revision it expects/,
      () => store.delete('Tombstone', optionsOf(streamIdentifier(1, 'newer-3'), NEW_EXPECTATION)),
    ],
    [
      'reads something new',
      /of a stream or of \$all/,
      () => store.read(readRequest({ of: bytesField(12), howMuch: atMost(1) })),
    ],
    [
      'reads a new measure',
      /how much/,
      () => store.read(readRequest({ of: ofAllFromStart(), howMuch: bytesField(13) })),
    ],
    [
      'begins at a new place of $all',
      /where to begin/,
      () => store.read(readRequest({ of: bytesField(2, bytesField(9)), howMuch: atMost(1) })),
    ],
    [
      'begins at a new place of a stream',
      /where to begin/,
      () =>
        store.read(readRequest({ of: bytesField(1, streamIdentifier(1, 'newer-1')), howMuch: atMost(1) })),
    ],
    [
      'filters in a new way',
      /whether to filter/,
      () =>
        store.read(readRequest({ of: ofAllFromStart(), howMuch: subscription(), filter: bytesField(11) })),
    ],
    [
      'filters by something new',
      /event type nor stream name/,
      () =>
        store.read(
          readRequest({
            of: ofAllFromStart(),
            howMuch: subscription(),
            filter: bytesField(7, bytesField(9)),
          }),
        ),
    ],
    [
      'reads in a new direction',
      /direction/,
      () =>
        store.read(readRequest({ of: ofAllFromStart(), howMuch: atMost(1), direction: varintField(3, 2) })),
    ],
    [
      'subscribes backwards',
      /forwards/,
      () =>
        store.read(
          readRequest({ of: ofAllFromStart(), howMuch: subscription(), direction: varintField(3, 1) }),
        ),
    ],
    ['appends before it says to what', /before the options/, () => store.append(eventOf(proposedEvent()))],
    [
      'goes on with a batch that was never begun',
      /no options/,
      () => store.appendBatch(batchAppend(undefined, [proposedEvent()])),
    ],
  ])('is refused in so many words when it %s', async (_what, words, send) => {
    const answer = await send();
    expect([answer.status, answer.message]).toEqual([InvalidArgument, expect.stringMatching(words)]);
    const there = await store.read(readRequest({ of: ofStream('newer-3'), howMuch: atMost(5) }));
    expect(ReadResp.deserializeBinary(there.messages[0] ?? Buffer.alloc(0)).hasStreamNotFound()).toBe(true);
  });

  it.each(['Persistent/Read', 'Streams/Rewrite', 'Users/Create', 'projections.Projections/Create'])(
    'is told that %s is not implemented',
    async (method) => {
      const answer = await store.raw.unary(`/event_store.client.${method}`, Buffer.alloc(3));
      expect([answer.status, answer.message]).toEqual([
        Unimplemented,
        `the embedded event store does not implement /event_store.client.${method}`,
      ]);
    },
  );

  it('may ask for as many events as its numbers can say', async () => {
    const most = Buffer.from([5 * 8, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1]);
    const asked = await store.read(readRequest({ of: ofStream('newer-1'), howMuch: most }));
    expect([asked.status, asked.messages.length]).toEqual([Ok, 1]);
    const all = await store.read(readRequest({ of: ofAllFromStart(), howMuch: most }));
    expect(all.messages.length).toBeGreaterThan(1);
  });
});
