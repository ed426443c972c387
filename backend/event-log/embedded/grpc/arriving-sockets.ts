import type { Socket } from 'node:net';

/** First bytes of every HTTP/2 connection: `PRI * HTTP/2.0`. No method of HTTP/1 begins so. */
const HTTP2_PREFACE = Buffer.from('PRI', 'latin1');

/** Where a socket goes once its peer has begun to speak. */
export interface Doors {
  readonly http2: (socket: Socket) => void;
  readonly http1: (socket: Socket) => void;
}

/**
 * Sockets that have just connected: their first bytes tell which protocol the peer speaks. One that does not turn out to be
 * HTTP/2 in time is cut off, be it silent, slow, or done with the health check, so that nobody can hold sockets for nothing.
 */
export class ArrivingSockets {
  private readonly waiting = new Map<Socket, NodeJS.Timeout>();

  constructor(
    private readonly doors: Doors,
    private readonly patienceMs: number,
  ) {}

  add(socket: Socket): void {
    const cutOff = setTimeout(() => socket.destroy(), this.patienceMs);
    this.waiting.set(socket, cutOff);
    socket.once('close', () => {
      this.forget(socket);
    });
    let first: Buffer = Buffer.alloc(0);
    const onReadable = (): void => {
      const more = socket.read() as Buffer | null;
      if (more === null) return;
      first = Buffer.concat([first, more]);
      const compared = Math.min(first.length, HTTP2_PREFACE.length);
      const mayBeHttp2 = first.subarray(0, compared).equals(HTTP2_PREFACE.subarray(0, compared));
      if (mayBeHttp2 && first.length < HTTP2_PREFACE.length) return;
      socket.off('readable', onReadable);
      socket.unshift(first);
      if (mayBeHttp2) this.forget(socket);
      (mayBeHttp2 ? this.doors.http2 : this.doors.http1)(socket);
    };
    socket.on('readable', onReadable);
  }

  /** Nothing of theirs is worth waiting for. */
  destroyAll(): void {
    for (const socket of this.waiting.keys()) socket.destroy();
  }

  private forget(socket: Socket): void {
    clearTimeout(this.waiting.get(socket));
    this.waiting.delete(socket);
  }
}
