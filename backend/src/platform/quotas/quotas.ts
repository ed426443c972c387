import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { PLANS, quotasOf, type Plan, type Quotas as PlanQuotas } from '../../../contracts/values/plans.js';
import { Problem } from '../http/problem.js';
import type { Log } from '../observability/log.js';
import { CLOCK, LOG, REDIS, type Clock } from '../tokens.js';
import { ENTITLEMENTS, type Entitlements } from './entitlements.js';
import { SpentAhead, type Spending } from './spent-ahead.js';
import { FILL, HOLD, TAKE_PLACES } from './quota-script.js';

/** What may be done so often a day, which is a day in UTC. */
export type DailyQuota = 'searchesADay' | 'crawlsADay' | 'importsADay';
/** What there may be so many of. */
export type StandingQuota = 'trackedKeywords' | 'members';

export interface Meter {
  readonly name: DailyQuota | StandingQuota;
  readonly used: number;
  readonly limit: number;
  /** When everything is free again, ISO 8601; null for what stands. */
  readonly resetsAt: string | null;
}

/** Ids of all that a workspace has of something right now, from a read model that knows of everything that was recorded. */
export type CountIds = (workspace: string) => Promise<readonly string[]>;

const DAY_MS = 86_400_000;
/** A day's count outlives its day, for clocks differ. */
const DAY_KEPT_S = 2 * 86_400;
const COUNT_GOOD_S = 600;
/** So long it may take until the read model knows what was let in. */
const HELD_S = 120;
const TELL_EVERY_MS = 60_000;

interface Taken {
  readonly isIn: boolean;
  readonly used: number;
}

/** The one place that says whether a workspace may do one more of something by its plan. Right for any number of API processes. */
@Injectable()
export class Quotas implements BeforeApplicationShutdown {
  private readonly counted = new Map<StandingQuota, CountIds>();
  private readonly ahead = new SpentAhead(
    async (key, limit, spendings) => (await this.take(key, limit, spendings))?.used,
  );
  private toldAt = -Infinity;

  constructor(
    @Inject(REDIS) private readonly redis: Redis,
    @Inject(ENTITLEMENTS) private readonly entitlements: Entitlements,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    await this.ahead.close();
  }

  /** Whoever has the read model says how to count; once, at the start. */
  countBy(name: StandingQuota, ids: CountIds): void {
    this.counted.set(name, ids);
  }

  planOf(workspace: string): Promise<Plan> {
    return this.entitlements.planOf(workspace);
  }

  /**
   * Takes one of the day's, once for each id however often it is asked.
   * @param replaces an id whose place this one takes, where it was counted
   * @throws Problem 402 where the day has none left
   */
  async spend(name: DailyQuota, workspace: string, id: string, replaces = ''): Promise<void> {
    const plan = await this.planOf(workspace);
    const limit = quotasOf(plan)[name];
    const key = this.dayKey(name, workspace);
    if (this.ahead.take(key, limit, [id, replaces])) return;
    const taken = await this.take(key, limit, [[id, replaces]]);
    if (taken?.isIn === false) throw this.usedUp(name, plan, limit);
  }

  /** What was taken and came to nothing counts no more. */
  async giveBack(name: DailyQuota, workspace: string, id: string): Promise<void> {
    await this.counting(() => this.redis.srem(this.dayKey(name, workspace), id));
  }

  /**
   * Lets one more thing in, once for each id. Whoever then cannot make it must `release` it.
   * @throws Problem 402 where there are as many as the plan allows
   */
  async hold(name: StandingQuota, workspace: string, id: string): Promise<void> {
    const plan = await this.planOf(workspace);
    const limit = quotasOf(plan)[name];
    const keys = keysOf(name, workspace);
    for (;;) {
      const taken = await this.counting(() => this.redis.eval(HOLD, 2, ...keys, limit, id, HELD_S));
      if (taken === undefined) return;
      const [isIn] = taken as Pair;
      if (isIn === 0) throw full(name, plan, limit);
      if (isIn === 1) return;
      const ids = await this.idsOf(name, workspace);
      await this.counting(() => this.redis.eval(FILL, 2, ...keys, COUNT_GOOD_S, ...ids));
    }
  }

  /** What is there no more, or never came to be. */
  async release(name: StandingQuota, workspace: string, id: string): Promise<void> {
    const [counted, held] = keysOf(name, workspace);
    await this.counting(() => this.redis.multi().srem(counted, id).zrem(held, id).exec());
  }

  /** Everything that a workspace has used of what its plan allows. @param plan where it is known better than to a second ago */
  async metersOf(workspace: string, plan?: Plan): Promise<Meter[]> {
    const quotas = quotasOf(plan ?? (await this.planOf(workspace)));
    const daily = (['searchesADay', 'crawlsADay', 'importsADay'] as const).map(
      async (name): Promise<Meter> => {
        const used = (await this.counting(() => this.redis.scard(this.dayKey(name, workspace)))) ?? 0;
        return { name, used, limit: quotas[name], resetsAt: new Date(this.midnightMs()).toISOString() };
      },
    );
    const standing = [...this.counted].map(async ([name, ids]): Promise<Meter> => {
      return { name, used: (await ids(workspace)).length, limit: quotas[name], resetsAt: null };
    });
    return Promise.all([...daily, ...standing]);
  }

  private async take(key: string, limit: number, spendings: readonly Spending[]): Promise<Taken | undefined> {
    const [isIn, used] =
      (await this.counting(
        async () =>
          (await this.redis.eval(TAKE_PLACES, 1, key, limit, DAY_KEPT_S, ...spendings.flat())) as Pair,
      )) ?? [];
    if (used === undefined) return undefined;
    this.ahead.learn(key, limit, used);
    return { isIn: isIn === 1, used };
  }

  private idsOf(name: StandingQuota, workspace: string): Promise<readonly string[]> {
    const ids = this.counted.get(name);
    if (!ids) throw new Error(`nobody counts ${name}`);
    return ids(workspace);
  }

  /** While Redis is away nothing can be counted, and nobody is kept from their work by that. Undefined then. */
  private async counting<Value>(count: () => Promise<Value>): Promise<Value | undefined> {
    try {
      return await count();
    } catch (error) {
      if (performance.now() - this.toldAt > TELL_EVERY_MS) {
        this.toldAt = performance.now();
        this.log.write('warn', 'quotas are not counted while Redis is away', { error });
      }
      return undefined;
    }
  }

  private dayKey(name: DailyQuota, workspace: string): string {
    return `quota:${name}:${workspace}:${new Date(this.clock()).toISOString().slice(0, 10)}`;
  }

  private midnightMs(): number {
    return (Math.floor(this.clock() / DAY_MS) + 1) * DAY_MS;
  }

  private usedUp(name: DailyQuota, plan: Plan, limit: number): Problem {
    const untilMs = this.midnightMs();
    const detail = `The plan ${plan} has ${limit} ${WORDS[name]}; the next are there at ${new Date(untilMs).toISOString()}.${larger(plan, name)}`;
    return new Problem('quota-reached', detail, [fieldOf(name, plan, limit)], {
      'retry-after': String(Math.ceil((untilMs - this.clock()) / 1_000)),
    });
  }
}

type Pair = [number, number];

const keysOf = (name: StandingQuota, workspace: string): [string, string] => [
  `quota:${name}:${workspace}`,
  `quota:${name}:${workspace}:held`,
];

const WORDS: Readonly<Record<keyof PlanQuotas & (DailyQuota | StandingQuota), string>> = {
  searchesADay: 'searches a day',
  crawlsADay: 'looks a day',
  importsADay: 'imports a day',
  trackedKeywords: 'tracked keywords',
  members: 'members',
};

/** The smallest plan that has more. */
function larger(plan: Plan, name: DailyQuota | StandingQuota): string {
  const next = PLANS.find((other) => quotasOf(other)[name] > quotasOf(plan)[name]);
  return next === undefined ? '' : ` The plan ${next} has ${quotasOf(next)[name]}.`;
}

export const full = (name: StandingQuota, plan: Plan, limit: number): Problem =>
  new Problem(
    'quota-reached',
    `The plan ${plan} has ${limit} ${WORDS[name]}, and all are in use. Remove one first.${larger(plan, name)}`,
    [fieldOf(name, plan, limit)],
  );

/** For programs, which read no sentences: which quota it is, and how much of it there is. */
const fieldOf = (name: DailyQuota | StandingQuota, plan: Plan, limit: number) => ({
  path: name,
  message: `${limit} in the plan ${plan}`,
});
