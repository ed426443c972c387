import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { frame } from '../grpc/frames.js';
import { encodeEventFrame, streamIdentifierField } from '../messages/recorded-event.js';
import { positionOf, reversedFrames, splitFrames } from './frame-runs.js';

describe('a run of frames', () => {
  it('comes apart into the frames it was made of, and turns round frame by frame', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 })), (messages) => {
        const frames = messages.map((message) => frame(message));
        expect(splitFrames(Buffer.concat(frames))).toEqual(frames);
        expect(reversedFrames(Buffer.concat(frames))).toEqual(Buffer.concat(frames.reverse()));
      }),
    );
  });
});

describe('the position in a stored frame', () => {
  it('is the one it was stored with', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 52 }), fc.uint8Array(), (position, data) => {
        const stored = encodeEventFrame({
          id: Buffer.alloc(16, 1),
          type: 'test.Happened.v1',
          contentType: 'application/octet-stream',
          customMetadata: Buffer.alloc(0),
          data,
          streamIdentifier: streamIdentifierField('a-1'),
          revision: 3,
          position,
          createdMs: 1,
        });
        expect(positionOf(stored)).toBe(position);
      }),
    );
  });
});
