import { Injectable } from '@nestjs/common';
import { ProjectionWaiter } from '../../../following/waiting/projection-waiter.js';

const LONGEST_WAIT_MS = 1_000;
/**
 * Where nothing of a projection's own lies at a position, somebody must ask the projector for it; while events of its own
 * are still to come before it, asking is in vain. So a wait is cut into several that ask.
 */
const ASK_AGAIN_MS = 250;

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
  async isAt(projection: string, position: bigint, withinMs: number): Promise<boolean> {
    const deadline = performance.now() + withinMs;
    for (;;) {
      const left = deadline - performance.now();
      if (await this.waiter.waitFor(projection, position, Math.min(left, ASK_AGAIN_MS))) return true;
      if (left <= ASK_AGAIN_MS) return false;
    }
  }
}
