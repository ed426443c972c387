import { describe, expect, it } from '@jest/globals';
import sharedMessages from '@eventstore/db-client/generated/shared_pb.js';
import streamsMessages from '@eventstore/db-client/generated/streams_pb.js';
import fc from 'fast-check';
import { deliveryOf } from './subscription-answers.js';

interface Facts {
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly data: unknown;
  readonly metadata: unknown;
}

const UINT64 = { min: 0n, max: 2n ** 63n - 1n };
const anyFacts: fc.Arbitrary<Facts> = fc.record({
  id: fc.uuid(),
  stream: fc.string({ unit: 'grapheme', maxLength: 300 }),
  type: fc.string({ unit: 'grapheme', maxLength: 60 }),
  revision: fc.bigInt({ min: 0n, max: 2n ** 53n - 1n }),
  position: fc.oneof(fc.bigInt(UINT64), fc.bigInt({ min: 0n, max: 1_000n })),
  data: fc.jsonValue(),
  metadata: fc.jsonValue(),
});

/** The message as the protocol's own classes write it. */
function written(facts: Facts): Buffer {
  const id = new sharedMessages.UUID();
  id.setString(facts.id);
  const stream = new sharedMessages.StreamIdentifier();
  stream.setStreamName(Buffer.from(facts.stream));
  const recorded = new streamsMessages.ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(id).setStreamIdentifier(stream);
  recorded.setStreamRevision(String(facts.revision));
  recorded.setPreparePosition(String(facts.position)).setCommitPosition(String(facts.position));
  recorded
    .getMetadataMap()
    .set('created', '17')
    .set('type', facts.type)
    .set('content-type', 'application/json');
  recorded.setData(Buffer.from(JSON.stringify(facts.data)));
  recorded.setCustomMetadata(Buffer.from(JSON.stringify(facts.metadata)));
  const event = new streamsMessages.ReadResp.ReadEvent();
  event.setEvent(recorded).setCommitPosition(String(facts.position));
  const answer = new streamsMessages.ReadResp();
  return Buffer.from(answer.setEvent(event).serializeBinary());
}

describe('answers of a subscription', () => {
  it('give every event as the protocol’s own classes wrote it', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const delivery = deliveryOf(written(facts));
        const { revision, ...rest } = facts;
        expect(delivery).toEqual({
          kind: 'event',
          event: {
            ...rest,
            revision: Number(revision),
            data: JSON.parse(JSON.stringify(facts.data)) as unknown,
            metadata: JSON.parse(JSON.stringify(facts.metadata)) as unknown,
            dataJson: Buffer.from(JSON.stringify(facts.data)),
          },
        });
      }),
    );
  });

  it('give a checkpoint its place and tell when they have caught up', () => {
    const checkpoint = new streamsMessages.ReadResp.Checkpoint();
    checkpoint.setCommitPosition('9007199254740993').setPreparePosition('1');
    const one = new streamsMessages.ReadResp().setCheckpoint(checkpoint);
    expect(deliveryOf(Buffer.from(one.serializeBinary()))).toEqual({
      kind: 'checkpoint',
      position: 9_007_199_254_740_993n,
    });
    const other = new streamsMessages.ReadResp().setCaughtUp(new streamsMessages.ReadResp.CaughtUp());
    expect(deliveryOf(Buffer.from(other.serializeBinary()))).toEqual({ kind: 'caught-up' });
  });

  it('pass over what a follower need not know', () => {
    const confirmation = new streamsMessages.ReadResp.SubscriptionConfirmation().setSubscriptionId('1');
    const answer = new streamsMessages.ReadResp().setConfirmation(confirmation);
    expect(deliveryOf(Buffer.from(answer.serializeBinary()))).toBeUndefined();
  });

  it('never put other letters in the place of bytes that are no UTF-8', () => {
    const recorded = new streamsMessages.ReadResp.ReadEvent.RecordedEvent().setData(
      Buffer.from([0x22, 0xff, 0x22]),
    );
    const event = new streamsMessages.ReadResp.ReadEvent().setEvent(recorded);
    const answer = new streamsMessages.ReadResp().setEvent(event);
    expect(deliveryOf(Buffer.from(answer.serializeBinary()))).toMatchObject({
      event: { data: 'bytes that are not UTF-8' },
    });
    expect(deliveryOf(Buffer.from(answer.serializeBinary()))).not.toHaveProperty('event.dataJson');
  });

  it('that are cut off are an error, wherever the cut is, and never half an event', () => {
    fc.assert(
      fc.property(anyFacts, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (facts, part) => {
        const whole = written(facts);
        const cut = whole.subarray(0, Math.max(1, Math.floor(whole.length * part)));
        expect(() => deliveryOf(cut)).toThrow();
      }),
    );
  });
});
