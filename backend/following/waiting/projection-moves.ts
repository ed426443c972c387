import type { MikroORM } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { positionSchema } from '../../contracts/values/position.js';
import { rows } from '../runner/database.js';
import { readNotice, type Notices } from './notices.js';

const moveSchema = z.object({
  projection: z.string(),
  position: positionSchema,
  keys: z.array(z.string()).nullable(),
});

/** A live build has moved on. Keys of what changed; null: anything may have; empty: only the position. */
export interface ProjectionMove {
  readonly projection: string;
  readonly position: bigint;
  readonly keys: readonly string[] | null;
}

type Listener = (move: ProjectionMove) => void;

/** Tells open pages and waiting readers what moved, as it commits. */
export class ProjectionMoves {
  private readonly listeners = new Set<Listener>();

  private constructor(private readonly orm: MikroORM) {}

  static async listen(orm: MikroORM, notices: Notices): Promise<ProjectionMoves> {
    const moves = new ProjectionMoves(orm);
    await notices.on('projection_moved', (payload) => {
      const move = readNotice(moveSchema, payload);
      if (move) moves.tell({ ...move, position: BigInt(move.position) });
    });
    // Where this fails the database is away again, and its return brings the next call.
    notices.onReconnect(() => void moves.tellWhatMayBeMissed().catch(() => undefined));
    return moves;
  }

  /** Answers with the way to end it. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  private tell(move: ProjectionMove): void {
    for (const listener of this.listeners) listener(move);
  }

  /** The connection was away: whatever moved meanwhile is told as "anything may have moved". */
  private async tellWhatMayBeMissed(): Promise<void> {
    const live = await rows<{ projection: string; position: string | null }>(
      this.orm,
      `select projection, position from following.builds join following.checkpoints using (projection, build)
        where status = 'live'`,
    );
    for (const { projection, position } of live)
      if (position !== null) this.tell({ projection, position: BigInt(position), keys: null });
  }
}
