import { isAbsolute } from 'node:path';
import type { GrpcCall } from '../grpc/grpc-call.js';
import { GrpcError, GrpcStatus } from '../grpc/grpc-error.js';
import { frame } from '../grpc/frames.js';
import { MalformedMessage, WireReader } from '../protobuf/wire-reader.js';
import type { EventFile } from '../storage/event-file.js';
import { copyWhole } from './back-up.js';
import { UpkeepRefused } from './upkeep-refused.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const refused = (why: string): GrpcError => new GrpcError(GrpcStatus.FailedPrecondition, why);

/** Copies the served file while it is served. Asked over the machine's own address alone: it writes files. */
export class CopyHandler {
  private isCopying = false;

  constructor(private readonly file: EventFile) {}

  handle(call: GrpcCall): void {
    let target = '';
    call.receive(
      (message) => {
        target = targetIn(message);
      },
      () => {
        if (!LOOPBACK.has(call.localAddress.address))
          throw refused('copies are made for commands on the same machine alone');
        if (!isAbsolute(target)) throw new MalformedMessage('a copy needs the whole path of its file');
        if (this.isCopying) throw refused('another copy is being made: wait for it');
        this.isCopying = true;
        copyWhole(this.file, target)
          .then(
            () => {
              call.end(frame());
            },
            (cause: unknown) => {
              call.failWith(cause instanceof UpkeepRefused ? refused(cause.message) : cause);
            },
          )
          .finally(() => (this.isCopying = false));
      },
    );
  }
}

function targetIn(message: Buffer): string {
  const reader = new WireReader(message);
  let target = '';
  while (reader.next()) {
    if (reader.field === 1) target = reader.text();
    else reader.skip();
  }
  return target;
}
