import { connect, type Socket } from 'node:net';

/** What came back, without a look into the body. */
export interface RawAnswer {
  readonly status: number;
  readonly bytes: number;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/**
 * GETs over one kept connection, one after another, with as little work as there can be: a client that parses and decodes
 * would take the processor from the server that it measures.
 */
export class RawConnection {
  private pending: { resolve: (answer: RawAnswer) => void; reject: (error: Error) => void } | undefined;
  private head: Buffer = Buffer.alloc(0);
  private status = 0;
  private length = 0;
  private left = -1;

  private constructor(
    private readonly socket: Socket,
    private readonly host: string,
    private readonly authorization: string,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.read(chunk));
    socket.on('error', (error) => this.pending?.reject(error));
    socket.on('close', () => this.pending?.reject(new Error('the server closed the connection')));
  }

  static async open(address: URL, authorization: string): Promise<RawConnection> {
    const socket = connect(Number(address.port), address.hostname);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    return new RawConnection(socket, address.host, authorization);
  }

  get(path: string): Promise<RawAnswer> {
    return new Promise((resolve, reject) => {
      this.pending = { resolve, reject };
      this.socket.write(
        `GET ${path} HTTP/1.1\r\nhost: ${this.host}\r\nauthorization: ${this.authorization}\r\n\r\n`,
      );
    });
  }

  close(): void {
    this.pending = undefined;
    this.socket.destroy();
  }

  private read(chunk: Buffer): void {
    if (this.left < 0) {
      this.head = this.head.length === 0 ? chunk : Buffer.concat([this.head, chunk]);
      const end = this.head.indexOf(END_OF_HEAD);
      if (end < 0) return;
      const head = this.head.subarray(0, end).toString('latin1');
      this.status = Number(head.slice(9, 12));
      this.length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? NaN);
      if (Number.isNaN(this.length)) return this.pending?.reject(new Error('an answer without a length'));
      this.left = this.length - (this.head.length - end - END_OF_HEAD.length);
      this.head = Buffer.alloc(0);
    } else {
      this.left -= chunk.length;
    }
    if (this.left > 0) return;
    this.left = -1;
    const { pending } = this;
    this.pending = undefined;
    pending?.resolve({ status: this.status, bytes: this.length });
  }
}
