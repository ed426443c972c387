import { GrpcError, GrpcStatus } from '../grpc/grpc-error.js';
import type { BatchAppendPart } from '../messages/append-requests.js';
import { MalformedMessage } from '../protobuf/wire-reader.js';
import { ArrivingAppend } from './arriving-append.js';

/** Both together: a client that never ends its appends cannot fill the memory. */
const MAX_UNFINISHED = 1_000;
const MAX_UNFINISHED_BYTES = 64 * 1024 * 1024;

/** The appends of one BatchAppend stream whose last part has not come yet. */
export class UnfinishedAppends {
  private readonly waiting = new Map<string, ArrivingAppend>();
  private held = 0;

  /** The append that this part ends, or undefined while more of it is to come. Throws where too much waits, or no options came. */
  take(part: BatchAppendPart, bytes: number): ArrivingAppend | undefined {
    // An append that comes in one message, as nearly all do, is never looked up.
    if (part.target !== undefined && part.isFinal)
      return withPart(new ArrivingAppend(part.target), part, bytes);
    const key = part.correlation.toString('latin1');
    const known = this.waiting.get(key);
    const append = known ?? (part.target === undefined ? undefined : new ArrivingAppend(part.target));
    if (append === undefined) throw new MalformedMessage('the first part of a batch append has no options');
    this.held -= append.held;
    append.add(part.events, bytes);
    if (part.isFinal) {
      this.waiting.delete(key);
      return append;
    }
    this.waiting.set(key, append);
    this.held += append.held;
    this.check();
    return undefined;
  }

  private check(): void {
    if (this.waiting.size <= MAX_UNFINISHED && this.held <= MAX_UNFINISHED_BYTES) return;
    throw new GrpcError(
      GrpcStatus.ResourceExhausted,
      `${this.waiting.size} appends of ${this.held} bytes are waiting for their last part: ` +
        `at most ${MAX_UNFINISHED} of ${MAX_UNFINISHED_BYTES} bytes together may`,
    );
  }
}

function withPart(append: ArrivingAppend, part: BatchAppendPart, bytes: number): ArrivingAppend {
  append.add(part.events, bytes);
  return append;
}
