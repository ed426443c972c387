/** An id, and the id whose place it takes, or an empty text. */
export type Spending = readonly [id: string, replaces: string];

/** Counts what was spent; answers with how many are spent in all. Undefined while it cannot be counted. */
export type Count = (
  key: string,
  limit: number,
  spendings: readonly Spending[],
) => Promise<number | undefined>;

const FLUSH_MS = 25;
/** So near to the limit each one is asked for before it is let in: more than all processes can let in between two counts. */
const NEAR = 200;
const NEAR_PART = 0.1;
const MOST_KEYS = 20_000;

interface Ahead {
  used: number;
  limit: number;
  waiting: Spending[];
}

/**
 * Far below a limit nobody waits until theirs is counted, and many are counted at once: a trip to Redis for each search cost more than
 * finding what was searched for. What a process lets in and cannot count any more, because it is killed, is a fortieth of a second's worth.
 */
export class SpentAhead {
  private readonly byKey = new Map<string, Ahead>();
  private timer: NodeJS.Timeout | undefined;
  private flushing: Promise<unknown> = Promise.resolve();

  constructor(private readonly count: Count) {}

  /** True where it is let in and will be counted; false where it must be asked for now. */
  take(key: string, limit: number, spending: Spending): boolean {
    const ahead = this.byKey.get(key);
    if (!ahead || ahead.limit !== limit) return false;
    if (ahead.used + ahead.waiting.length + Math.max(NEAR, limit * NEAR_PART) >= limit) return false;
    ahead.waiting.push(spending);
    this.timer ??= setTimeout(() => {
      this.flushing = this.flush();
    }, FLUSH_MS);
    return true;
  }

  /** What was just counted. */
  learn(key: string, limit: number, used: number): void {
    if (this.byKey.size >= MOST_KEYS && !this.byKey.has(key)) this.byKey.clear();
    const waiting = this.byKey.get(key)?.waiting ?? [];
    this.byKey.set(key, { used, limit, waiting });
  }

  /** Counts what waits. */
  async close(): Promise<void> {
    await this.flushing;
    await this.flush();
  }

  private async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await Promise.all(
      [...this.byKey].map(async ([key, ahead]) => {
        const spendings = ahead.waiting;
        if (spendings.length === 0) return;
        ahead.waiting = [];
        const used = await this.count(key, ahead.limit, spendings);
        if (used === undefined) this.byKey.delete(key);
        else this.learn(key, ahead.limit, used);
      }),
    );
  }
}
