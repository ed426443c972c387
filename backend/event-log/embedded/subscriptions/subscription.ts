import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { GroupCommit } from '../appending/group-commit.js';
import type { CommittedEvent } from '../appending/log-writer.js';
import type { GrpcCall } from '../grpc/grpc-call.js';
import type { GrpcError } from '../grpc/grpc-error.js';
import { caughtUpFrame, confirmationFrame } from '../messages/read-responses.js';
import type { Portion, Source } from './source.js';

/** A larger commit is read back from the file in portions: each reader would otherwise hold all of it in memory. */
const LIVE_BYTES = 256 * 1024;

const bytesOf = (events: readonly CommittedEvent[]): number =>
  events.reduce((bytes, event) => bytes + event.frame.length, 0);

/**
 * Sends what is stored, says that it has caught up, then sends what is committed. Live events are handed over from memory as long
 * as the reader keeps pace; when it lags, only its place is kept and it is served from the file again, so that a slow reader costs
 * one portion of memory and loses nothing.
 */
export class Subscription {
  private isLive = false;

  constructor(
    private readonly call: GrpcCall,
    private readonly source: Source,
    private readonly tombstoned: () => GrpcError,
  ) {}

  async run(commits: GroupCommit): Promise<void> {
    this.call.whenClosed(
      commits.onCommitted((events) => {
        this.onCommitted(events);
      }),
    );
    this.call.write(confirmationFrame(randomUUID()));
    await this.catchUp();
    if (!this.call.closed) this.call.write(caughtUpFrame());
  }

  private onCommitted(events: readonly CommittedEvent[]): void {
    if (!this.isLive || this.call.closed) return;
    try {
      if (bytesOf(events) <= LIVE_BYTES && this.send(this.source.take(events))) return;
    } catch (fault) {
      this.call.failWith(fault);
      return;
    }
    this.isLive = false;
    this.catchUp().catch((fault: unknown) => {
      this.call.failWith(fault);
    });
  }

  /** Serves from the file until nothing is left; from then on, in the same turn, commits are taken from memory. */
  private async catchUp(): Promise<void> {
    while (!this.call.closed) {
      await this.call.drained();
      const portion = this.source.next();
      const keepsPace = this.send(portion);
      if (portion.isLast && keepsPace) {
        this.isLive = true;
        return;
      }
      if (keepsPace) await nextTurn();
    }
  }

  /** False when the reader lags. */
  private send(portion: Portion): boolean {
    const keepsPace = portion.frames.length === 0 || this.call.write(Buffer.concat(portion.frames));
    if (portion.isTombstoned) this.call.fail(this.tombstoned());
    return keepsPace;
  }
}
