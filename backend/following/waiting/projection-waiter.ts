import type { MikroORM } from '@mikro-orm/postgresql';
import { rows } from '../database/database.js';
import type { ProjectionMoves } from './projection-moves.js';
import { askFor } from './wanted-positions.js';

/** Most positions are reached before this; the projector is asked for the others. */
const ASK_AFTER_MS = 25;
/** A projector remembers what it was asked; one that started since then has not heard it. */
const ASK_AGAIN_MS = 1_000;

interface Waiting {
  readonly projection: string;
  readonly position: bigint;
  readonly reached: () => void;
}

/** Read your own writes: waits, without asking again and again, until the live build has reached a position. */
export class ProjectionWaiter {
  private readonly waiting = new Set<Waiting>();

  constructor(
    private readonly orm: MikroORM,
    moves: ProjectionMoves,
  ) {
    moves.subscribe(({ projection, position }) => {
      for (const one of this.waiting)
        if (one.projection === projection && position >= one.position) one.reached();
    });
  }

  /** True once rows up to `position` answer; false if that is not so within the time. */
  async waitFor(projection: string, position: bigint, timeoutMs: number): Promise<boolean> {
    let one: Waiting | undefined;
    let timer: NodeJS.Timeout | undefined;
    let asking: NodeJS.Timeout | undefined;
    try {
      // First listen, then look: a move in between is heard.
      const moved = new Promise<boolean>((resolve) => {
        one = { projection, position, reached: () => resolve(true) };
        this.waiting.add(one);
        timer = setTimeout(() => resolve(false), timeoutMs);
      });
      if (await this.isAt(projection, position)) return true;
      const ask = () => {
        void this.ask(projection, position);
        asking = setTimeout(ask, ASK_AGAIN_MS);
      };
      asking = setTimeout(ask, ASK_AFTER_MS);
      return await moved;
    } finally {
      clearTimeout(timer);
      clearTimeout(asking);
      if (one) this.waiting.delete(one);
    }
  }

  /** A failure is nobody's but the one's who waits, and for him it means no more than waiting in vain. */
  private async ask(projection: string, position: bigint): Promise<void> {
    await askFor(this.orm, { projection, position }).catch(() => undefined);
  }

  private async isAt(projection: string, position: bigint): Promise<boolean> {
    const [row] = await rows<{ reached: boolean }>(
      this.orm,
      `select coalesce(bool_and(coalesce(c.position >= $2::bigint, false)), false) as reached
         from following.builds b join following.checkpoints c using (projection, build)
        where b.projection = $1 and b.status = 'live'`,
      [projection, position.toString()],
    );
    return row?.reached ?? false;
  }
}
