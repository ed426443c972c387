import { MikroORM } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { transaction } from '../../../following/database/database.js';
import { Turns } from './turns.js';

/** Names fall into so many locks: a large post takes few of PostgreSQL's, and rarely waits for a stranger. */
const LOCKS = 128;
/** Each holds a connection while it waits, and needs another for its work: never all of the pool. */
const AT_ONCE = 8;

/** Work on the same figures one after the other, in however many API processes it is done. */
@Injectable()
export class IntakeTurns {
  private readonly here = new Turns();
  private readonly waiting: (() => void)[] = [];
  private free = AT_ONCE;

  constructor(private readonly orm: MikroORM) {}

  /**
   * @param names ids of what the work is about (UUIDs)
   * @throws whatever `work` throws; where PostgreSQL is away, its error
   */
  async take<T>(names: readonly string[], work: () => Promise<T>): Promise<T> {
    // Those of this process wait without a connection.
    return this.here.take(names, async () => {
      await this.enter();
      try {
        return await this.lockedAmongAll(names, work);
      } finally {
        this.leave();
      }
    });
  }

  private async lockedAmongAll<T>(names: readonly string[], work: () => Promise<T>): Promise<T> {
    // In the same order everywhere, so that nobody waits for each other.
    const locks = [...new Set(names.map(lockOf))].sort((a, b) => a - b);
    const done: T[] = [];
    try {
      await transaction(this.orm, async (sql) => {
        await sql.run(
          `select pg_advisory_xact_lock(hashtext('observation-intake'), lock) from unnest($1::integer[]) lock`,
          [locks],
        );
        done.push(await work());
      });
    } catch (error) {
      // The lock's connection broke after the work was done: it stands.
      if (done.length === 0) throw error;
    }
    return done[0] as T;
  }

  private async enter(): Promise<void> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }
}

/** The last digits of a UUID are as good as any hash. */
const lockOf = (name: string): number => parseInt(name.slice(-6), 16) % LOCKS;
