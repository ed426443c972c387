import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { frame, FrameReader, MAX_MESSAGE_BYTES } from './frames.js';
import { GrpcError } from './grpc-error.js';

describe('messages cut into chunks', () => {
  it('come out whole and in order, wherever the cuts are', () => {
    const anyMessages = fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 8 });
    fc.assert(
      fc.property(
        anyMessages,
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }),
        (messages, sizes) => {
          const wire = Buffer.concat(messages.map((message) => frame(message)));
          const reader = new FrameReader();
          const read: string[] = [];
          for (let at = 0, turn = 0; at < wire.length; turn++) {
            const size = sizes[turn % sizes.length] ?? 1;
            for (const message of reader.push(wire.subarray(at, at + size)))
              read.push(message.toString('hex'));
            at += size;
          }
          expect(read).toEqual(messages.map((message) => Buffer.from(message).toString('hex')));
          expect(reader.isMidMessage).toBe(false);
        },
      ),
    );
  });

  it('are refused before they are gathered when they say that they are too large', () => {
    const header = Buffer.alloc(5);
    header.writeUInt32BE(MAX_MESSAGE_BYTES + 1, 1);
    expect(() => new FrameReader().push(header)).toThrow(GrpcError);
  });

  it('are refused when they are compressed', () => {
    expect(() => new FrameReader().push(Buffer.from([1, 0, 0, 0, 0]))).toThrow('compressed');
  });
});
