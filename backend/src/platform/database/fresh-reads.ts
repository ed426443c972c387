import { Injectable } from '@nestjs/common';
import { ProjectionWaiter } from '../../../following/waiting/projection-waiter.js';

const LONGEST_WAIT_MS = 1_000;

/** Reading one's own writes: a read waits for the position that a write answered with. */
@Injectable()
export class FreshReads {
  constructor(private readonly waiter: ProjectionWaiter) {}

  /** Waits up to 1 s. Spread the answer into the reply: `{ stale: true }` where the rows are older than asked, else nothing. */
  async waitFor(projection: string, minPosition: string | undefined): Promise<{ stale?: true }> {
    if (minPosition === undefined) return {};
    const isThere = await this.isAt(projection, BigInt(minPosition), LONGEST_WAIT_MS);
    return isThere ? {} : { stale: true };
  }

  /** True once rows up to `position` answer; false if that is not so within the time. */
  isAt(projection: string, position: bigint, withinMs: number): Promise<boolean> {
    return this.waiter.waitFor(projection, position, withinMs);
  }
}
