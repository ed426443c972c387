import { frame } from '../grpc/frames.js';
import { bytesField, textField, varintField } from '../protobuf/wire-writer.js';

/** Framed ReadResp messages other than events, which are stored ready made. */
export const confirmationFrame = (subscriptionId: string): Buffer =>
  frame(bytesField(2, textField(1, subscriptionId)));

export const checkpointFrame = (position: number): Buffer =>
  frame(bytesField(3, varintField(1, position), varintField(2, position)));

export const streamNotFoundFrame = (stream: string): Buffer =>
  frame(bytesField(4, bytesField(1, textField(3, stream))));

export const caughtUpFrame = (): Buffer => frame(bytesField(8));

/** A resolved link: the event it points to, if that exists, beside the link itself. Both are RecordedEvent messages. */
export function linkFrame(target: Uint8Array | undefined, link: Uint8Array, position: number): Buffer {
  const parts = target === undefined ? [] : [bytesField(1, target)];
  return frame(bytesField(1, ...parts, bytesField(2, link), varintField(3, position)));
}
