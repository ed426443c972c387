import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { MikroORM } from '@mikro-orm/postgresql';
import type { Redis } from 'ioredis';
import type { EventLog } from '../../../event-log/event-log.js';
import { rows } from '../../../following/database/database.js';
import { NoLiveBuild } from '../../../following/waiting/live-builds.js';
import { ProjectionWaiter } from '../../../following/waiting/projection-waiter.js';
import type { Config } from '../../platform/config/config.js';
import { withoutSignOfLife } from '../../platform/observability/signs-of-life.js';
import { ProjectionTables } from '../../platform/database/projection-tables.js';
import { StartUp } from '../../platform/start-up.js';
import { CONFIG, EVENT_LOG, REDIS } from '../../platform/tokens.js';

const TIMEOUT_MS = 2_000;

/** What is missing before this installation can be used, in words; empty: nothing. */
export class MissingForUse extends Query<readonly string[]> {}

@QueryHandler(MissingForUse)
export class MissingForUseHandler implements IQueryHandler<MissingForUse> {
  constructor(
    private readonly orm: MikroORM,
    @Inject(REDIS) private readonly redis: Redis,
    @Inject(EVENT_LOG) private readonly eventLog: EventLog,
    @Inject(CONFIG) private readonly config: Pick<Config, 'DEMO' | 'EXPECTED_PROGRAMS'>,
    private readonly tables: ProjectionTables,
    private readonly waiter: ProjectionWaiter,
    private readonly startUp: StartUp,
  ) {}

  async execute(): Promise<readonly string[]> {
    const missing = await Promise.all([
      unless('PostgreSQL does not answer', () => rows(this.orm, 'select 1')),
      unless('Redis does not answer', () => this.redis.ping()),
      unless('the event store does not answer', () => this.eventLog.ping(TIMEOUT_MS)),
    ]);
    const stores = missing.filter((one) => one !== undefined);
    if (stores.length > 0) return stores;
    if (this.startUp.missing.length > 0) return this.startUp.missing;
    const dead = await withoutSignOfLife(this.redis, this.config.EXPECTED_PROGRAMS ?? []);
    if (dead.length > 0) return dead.map((program) => `the ${program} gives no sign of life`);
    return this.config.DEMO ? this.missingDemo() : [];
  }

  /** The demo counts once its past is not only written but also in every read model. */
  private async missingDemo(): Promise<readonly string[]> {
    try {
      const [seeded] = await this.tables.read<{ position: string }>(
        'keywords',
        (schema) => `select position from ${schema}.seed limit 1`,
      );
      if (!seeded) return ["the demo's past is still being written and projected"];
      const live = await rows<{ name: string }>(
        this.orm,
        `select projection as name from following.builds where status = 'live'`,
      );
      const behind = await Promise.all(
        live.map(async ({ name }) =>
          (await this.waiter.waitFor(name, BigInt(seeded.position), TIMEOUT_MS)) ? [] : [name],
        ),
      );
      return behind.flat().map((name) => `the read model «${name}» has not caught up with the demo's past`);
    } catch (error) {
      if (error instanceof NoLiveBuild) return ['the projector has not started yet'];
      throw error;
    }
  }
}

async function unless(missing: string, answers: () => Promise<unknown>): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(missing), TIMEOUT_MS);
  });
  const answered = answers().then(
    () => undefined,
    () => missing,
  );
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
}
