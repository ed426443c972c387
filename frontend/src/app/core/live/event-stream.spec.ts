import { describe, expect, it } from '@jest/globals';
import { readEvents, type StreamEvent } from './event-stream.js';

/** A body that arrives in these pieces. */
const arriving = (...pieces: (string | Uint8Array)[]) => {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces)
        controller.enqueue(typeof piece === 'string' ? encoder.encode(piece) : piece);
      controller.close();
    },
  });
};

async function allOf(body: ReadableStream<Uint8Array>): Promise<StreamEvent[]> {
  const events: StreamEvent[] = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}

describe('readEvents', () => {
  it('gives named and nameless events and tells comments as signs of life', async () => {
    const text = ': following\nretry: 1000\n\nid: 1\nevent: moved\ndata: {"a":1}\n\ndata: plain\n\n';
    expect(await allOf(arriving(text))).toEqual([
      { name: 'comment', data: 'following' },
      { name: 'moved', data: '{"a":1}' },
      { name: 'message', data: 'plain' },
    ]);
  });

  it('gives the same however the bytes are cut into pieces, also inside a letter and a line end', async () => {
    const bytes = new TextEncoder().encode('event: moved\r\ndata: é – 日本\r\ndata: two\r\n\r\n');
    const whole = [{ name: 'moved', data: 'é – 日本\ntwo' }];
    for (let size = 1; size <= bytes.length; size += 1) {
      const pieces: Uint8Array[] = [];
      for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.slice(at, at + size));
      expect(await allOf(arriving(...pieces))).toEqual(whole);
    }
  });

  it('drops an event that was cut off by the end of the line', async () => {
    expect(await allOf(arriving('event: moved\ndata: {"half"'))).toEqual([]);
  });

  it('closes the line when nobody listens any more', async () => {
    let isClosed = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('data: x\n\n')),
      cancel: () => {
        isClosed = true;
      },
    });
    for await (const event of readEvents(body)) {
      expect(event.data).toBe('x');
      break;
    }
    expect(isClosed).toBe(true);
  });

  it('passes on a line that breaks', async () => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.error(new Error('broken')),
    });
    await expect(allOf(body)).rejects.toThrow('broken');
  });
});
