import { describe, expect, it } from '@jest/globals';
import streamsMessages from '@eventstore/db-client/generated/streams_pb.js';
import { GrpcStatus } from './grpc/grpc-error.js';
import { bytesField, textField } from './protobuf/wire-writer.js';
import { appendOptions, batchAppend, proposedEvent } from './testing/raw-messages.js';
import { eventOf, optionsOf, RawStore } from './testing/raw-store.js';

const { BatchAppendResp } = streamsMessages;
const { InvalidArgument } = GrpcStatus;

const store = RawStore.forThisFile();

describe('an event that is wrong', () => {
  it.each([
    ['no type', { type: '' }, /empty type/],
    ['an id that is none', { id: bytesField(1, textField(2, 'not-a-uuid')) }, /no valid id/],
    ['no id', { id: Buffer.alloc(0) }, /no valid id/],
    ['an endless type', { type: 't'.repeat(100_000) }, /at most 65536/],
  ])('is refused on both roads when it has %s', async (_what, written, words) => {
    const unary = await store.append(optionsOf(appendOptions('wrong-1')), eventOf(proposedEvent(written)));
    expect([unary.status, unary.message]).toEqual([InvalidArgument, expect.stringMatching(words)]);
    const batch = await store.appendBatch(
      batchAppend(appendOptions('wrong-1'), [proposedEvent(), proposedEvent(written)]),
    );
    const refused = BatchAppendResp.deserializeBinary(batch.messages[0] ?? Buffer.alloc(0)).getError();
    expect([refused?.getCode(), refused?.getMessage()]).toEqual([
      InvalidArgument,
      expect.stringMatching(words),
    ]);
  });

  it('does not lend its type to another whose content type and type read alike together', async () => {
    const entry = (key: string, value: string) => bytesField(2, textField(1, key), textField(2, value));
    const like = (contentType: string, type: string) =>
      Buffer.concat([proposedEvent(), entry('content-type', contentType), entry('type', type)]);
    await store.append(
      optionsOf(appendOptions('alike-1')),
      eventOf(like('text/x y', 'z')),
      eventOf(like('text/x', 'y z')),
    );
    expect(await store.typesIn('alike-1')).toEqual(['z', 'y z']);
  });

  it('is refused with the limit on both roads when it is of 20 MB, and the appends around it are stored', async () => {
    const large = proposedEvent({ data: Buffer.alloc(20 * 1024 * 1024, 32) });
    const unary = await store.append(optionsOf(appendOptions('large-1')), eventOf(large));
    expect([unary.status, unary.trailers['maximum-append-size']]).toEqual([InvalidArgument, '1048576']);
    const { messages } = await store.appendBatch(
      batchAppend(appendOptions('large-2'), [proposedEvent()]),
      batchAppend(appendOptions('large-3'), [large]),
      batchAppend(appendOptions('large-4'), [proposedEvent()]),
    );
    const kinds = messages.map((message) => {
      const answer = BatchAppendResp.deserializeBinary(message);
      const detail = answer.getError()?.getDetails()?.getTypeUrl() ?? '';
      return answer.hasSuccess() ? 'stored' : detail.replace(/.*\./, '');
    });
    expect(kinds.sort()).toEqual(['MaximumAppendSizeExceeded', 'stored', 'stored']);
  }, 60_000);
});
