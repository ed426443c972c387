import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Redis } from 'ioredis';
import type { Log } from '../../platform/observability/log.js';
import { CLOCK, LOG, REDIS, type Clock } from '../../platform/tokens.js';
import { ExpireSearches } from './expire-searches.command.js';
import { FindExpired } from './find-expired.query.js';
import { keptSince, Retention } from './retention.js';

const LOOK_EVERY_MS = 3_600_000;
/** Longer than a day has hours, so that a day is not done twice. */
const REMEMBERED_S = 2 * 86_400;

/**
 * Takes out of all histories what the plan keeps no longer, once a day. Of several API processes the one that is first in Redis does
 * it; a day that fails half-way is made good by the next, and nobody sees what is too old meanwhile.
 */
@Injectable()
export class DailyExpiry implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private expiring: Promise<void> = Promise.resolve();

  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly retention: Retention,
    @Inject(REDIS) private readonly redis: Redis,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.expiring = this.expireOnceADay();
    }, LOOK_EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.expiring;
  }

  async expireOnceADay(): Promise<void> {
    const at = new Date(this.clock()).toISOString();
    const today = at.slice(0, 10);
    try {
      const isFirst = await this.redis.set(`search-history:expired:${today}`, '1', 'EX', REMEMBERED_S, 'NX');
      if (isFirst === null) return;
      // Nobody's are kept for a shorter time than without a plan.
      const accountIds = await this.queries.execute(new FindExpired(keptSince(Date.parse(today), 'free')));
      for (const accountId of accountIds) {
        const before = await this.retention.keptSinceOf(accountId, Date.parse(today));
        const [isExpired] = await this.queries.execute(new FindExpired(before, accountId));
        if (isExpired !== undefined) await this.commands.execute(new ExpireSearches([accountId], before, at));
      }
    } catch (error) {
      this.log.write('warn', 'old searches were not taken out of the histories', { error });
    }
  }
}
