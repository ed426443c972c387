import { constants, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import { madeBuffer } from '../memory-limits.js';
import { MalformedMessage } from '../protobuf/wire-reader.js';
import { asReadFault, EventFileDamaged, EventFileUnwritable } from '../storage/file-errors.js';
import { FrameReader } from './frames.js';
import { GrpcError, GrpcStatus, trailersOf } from './grpc-error.js';

const RESPONSE_HEADERS = { ':status': 200, 'content-type': 'application/grpc+proto' };
const MS_PER_UNIT: Readonly<Record<string, number>> = {
  n: 1e-6,
  u: 1e-3,
  m: 1,
  S: 1_000,
  M: 60_000,
  H: 3_600_000,
};
/** setTimeout cannot count further; a later deadline is none. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** One call of a client: messages in, messages out, then a status. */
export class GrpcCall {
  private responded = false;
  private ended = false;
  private readonly onClose = new Set<() => void>();
  private timer: NodeJS.Timeout | undefined;
  /** Epoch milliseconds until which the client waits; undefined: for ever. */
  readonly deadlineMs: number | undefined;

  constructor(
    private readonly stream: ServerHttp2Stream,
    headers: IncomingHttpHeaders,
    private readonly reportFault: (fault: unknown) => void,
  ) {
    const timeoutMs = timeoutOf(headers['grpc-timeout']);
    this.deadlineMs = timeoutMs === undefined ? undefined : Date.now() + timeoutMs;
    if (timeoutMs !== undefined && timeoutMs < LONGEST_TIMER_MS) {
      this.timer = setTimeout(() => {
        this.fail(new GrpcError(GrpcStatus.DeadlineExceeded, 'the deadline of the call has passed'));
      }, timeoutMs);
    }
    stream.once('close', () => {
      this.settle();
    });
    // A peer that resets the stream is a cancellation: `close` follows and says all that matters.
    stream.on('error', () => {
      this.settle();
    });
  }

  /** The call has been answered, cancelled, or its connection is gone. */
  get closed(): boolean {
    return this.ended || this.stream.destroyed;
  }

  /** The address at which the client reached this server. */
  get localAddress(): { readonly address: string; readonly port: number } {
    const { localAddress = '127.0.0.1', localPort = 0 } = this.stream.session?.socket ?? {};
    return { address: localAddress, port: localPort };
  }

  whenClosed(listener: () => void): void {
    if (this.closed) listener();
    else this.onClose.add(listener);
  }

  /**
   * Hands over whole request messages of at most `maxBytes` as they arrive. Whatever a handler throws ends the call. While the
   * client does not read its answers nothing more of it is taken, or they would pile up in memory.
   */
  receive(onMessage: (message: Buffer) => void, onEnd: () => void, maxBytes?: number): void {
    const frames = new FrameReader(maxBytes);
    this.stream.on('data', (chunk: Buffer) => {
      madeBuffer(chunk.length);
      if (this.ended) return;
      this.guard(() => {
        for (const message of frames.push(chunk)) onMessage(message);
      });
      if (this.stream.writableNeedDrain) this.stream.pause();
    });
    this.stream.on('drain', () => {
      this.stream.resume();
    });
    this.stream.once('end', () => {
      if (this.ended) return;
      this.guard(() => {
        if (frames.isMidMessage) throw new MalformedMessage('the last message is cut off');
        onEnd();
      });
    });
  }

  /** Sends framed messages. False: the reader lags; wait for `drained` before sending more. */
  write(frames: Uint8Array): boolean {
    if (this.closed) return true;
    this.respond();
    return this.stream.write(frames);
  }

  /** Resolves when the reader has taken what was sent, or is gone. */
  drained(): Promise<void> {
    return new Promise((resolve) => {
      if (this.closed || !this.stream.writableNeedDrain) {
        resolve();
        return;
      }
      const done = (): void => {
        this.onClose.delete(done);
        this.stream.off('drain', done);
        resolve();
      };
      this.onClose.add(done);
      this.stream.once('drain', done);
    });
  }

  /** Ends the call with status OK, after a last message if one is given. */
  end(lastFrame?: Uint8Array): void {
    if (this.closed) return;
    this.respond();
    this.finish({ 'grpc-status': '0' }, lastFrame);
  }

  fail(error: GrpcError): void {
    if (this.closed) return;
    const trailers = trailersOf(error);
    if (this.responded) {
      this.finish(trailers);
      return;
    }
    this.settle();
    this.stream.respond({ ...RESPONSE_HEADERS, ...trailers }, { endStream: true });
    this.refuseMore();
  }

  /** Ends the call with the status that suits whatever was thrown. */
  failWith(thrown: unknown): void {
    this.fail(this.errorOf(thrown));
  }

  private errorOf(thrown: unknown): GrpcError {
    if (thrown instanceof GrpcError) return thrown;
    if (thrown instanceof MalformedMessage) {
      return new GrpcError(GrpcStatus.InvalidArgument, `the request is malformed: ${thrown.message}`);
    }
    const fault = asReadFault(thrown);
    // Its writer has reported it already, once for all that find the disk so.
    if (fault instanceof EventFileUnwritable)
      return new GrpcError(GrpcStatus.ResourceExhausted, fault.message);
    this.reportFault(fault);
    if (fault instanceof EventFileDamaged) return new GrpcError(GrpcStatus.DataLoss, fault.message);
    return new GrpcError(GrpcStatus.Internal, 'the event store failed at this call; its log says why');
  }

  private guard(work: () => void): void {
    try {
      work();
    } catch (thrown) {
      this.failWith(thrown);
    }
  }

  private respond(): void {
    if (this.responded) return;
    this.responded = true;
    this.stream.respond(RESPONSE_HEADERS, { waitForTrailers: true });
  }

  private finish(trailers: Record<string, string>, lastFrame?: Uint8Array): void {
    this.settle();
    this.stream.once('wantTrailers', () => {
      this.stream.sendTrailers(trailers);
      this.refuseMore();
    });
    if (lastFrame === undefined) this.stream.end();
    else this.stream.end(lastFrame);
  }

  /** A client that has its answer and goes on sending is told to stop; without this its call would stay open for ever. */
  private refuseMore(): void {
    if (!this.stream.readableEnded) this.stream.close(constants.NGHTTP2_NO_ERROR);
  }

  private settle(): void {
    if (this.ended) return;
    this.ended = true;
    clearTimeout(this.timer);
    const listeners = [...this.onClose];
    this.onClose.clear();
    for (const listener of listeners) listener();
  }
}

function timeoutOf(header: string | string[] | undefined): number | undefined {
  const match = typeof header === 'string' ? /^(\d{1,8})([HMSmun])$/.exec(header) : null;
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  return Number(match[1]) * (MS_PER_UNIT[match[2]] ?? 1);
}
