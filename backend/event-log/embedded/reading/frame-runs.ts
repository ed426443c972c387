import { FRAME_HEADER_BYTES } from '../grpc/frames.js';
import { WireReader } from '../protobuf/wire-reader.js';

/** The single frames of a run, in order, as views. */
export function splitFrames(run: Buffer): Buffer[] {
  const frames: Buffer[] = [];
  for (let at = 0; at < run.length;) {
    const end = at + FRAME_HEADER_BYTES + run.readUInt32BE(at + 1);
    frames.push(run.subarray(at, end));
    at = end;
  }
  return frames;
}

/** The same frames, last first. */
export const reversedFrames = (run: Buffer): Buffer => Buffer.concat(splitFrames(run).reverse());

/** The position of the event in a stored frame. */
export function positionOf(frame: Buffer): number {
  const message = new WireReader(frame.subarray(FRAME_HEADER_BYTES));
  message.next();
  const event = message.message();
  while (event.next()) {
    if (event.field === 3) return event.varint();
    event.skip();
  }
  return 0;
}
