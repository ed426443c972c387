import type { MikroORM } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { positionSchema } from '../../contracts/values/position.js';
import { rows } from '../database/database.js';
import { readNotice, type Notices } from './notices.js';

const moveSchema = z.object({
  projection: z.string(),
  /** Null: a part of the build has moved, and where the whole stands must be asked. */
  position: positionSchema.nullable(),
  keys: z.array(z.string()).nullable(),
});

/** A live build has moved on. Keys of what changed; null: anything may have; empty: only the position. */
export interface ProjectionMove {
  readonly projection: string;
  /** Everything up to here is applied, whatever process does it. */
  readonly position: bigint;
  readonly keys: readonly string[] | null;
}

type Listener = (move: ProjectionMove) => void;

/** Tells open pages and waiting readers what moved, as it commits. */
export class ProjectionMoves {
  private readonly listeners = new Set<Listener>();
  /** What moved of each projection since its place was last asked; null: anything may have. */
  private readonly partly = new Map<string, Set<string> | null>();
  private asking = false;

  private constructor(private readonly orm: MikroORM) {}

  static async listen(orm: MikroORM, notices: Notices): Promise<ProjectionMoves> {
    const moves = new ProjectionMoves(orm);
    await notices.on('projection_moved', (payload) => {
      const move = readNotice(moveSchema, payload);
      if (move?.position == null) moves.movedPartly(move);
      else moves.tell({ ...move, position: BigInt(move.position) });
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

  /**
   * Several processes feed the build. Two that commit at once do not see each other, so neither could say where the
   * whole stands; after both notices have come it can be asked.
   */
  private movedPartly(move: { projection: string; keys: string[] | null } | undefined): void {
    if (!move) return;
    const { projection, keys } = move;
    const gathered = this.partly.get(projection);
    if (keys === null || gathered === null) this.partly.set(projection, null);
    else this.partly.set(projection, new Set([...(gathered ?? []), ...keys]));
    if (this.asking) return;
    this.asking = true;
    // Where it fails the database is away, and its return tells that anything may have moved.
    void this.askAndTell()
      .catch(() => undefined)
      .finally(() => (this.asking = false));
  }

  private async askAndTell(): Promise<void> {
    while (this.partly.size > 0) {
      const moved = new Map(this.partly);
      this.partly.clear();
      const places = await this.places([...moved.keys()]);
      for (const [projection, keys] of moved) {
        const position = places.get(projection);
        if (position !== undefined) this.tell({ projection, position, keys: keys && [...keys] });
      }
    }
  }

  /** The connection was away: whatever moved meanwhile is told as "anything may have moved". */
  private async tellWhatMayBeMissed(): Promise<void> {
    for (const [projection, position] of await this.places(null))
      this.tell({ projection, position, keys: null });
  }

  /** Up to where live builds are applied with all their partitions; those that have nothing yet are left out. */
  private async places(projections: readonly string[] | null): Promise<Map<string, bigint>> {
    const found = await rows<{ projection: string; position: string }>(
      this.orm,
      `select projection, min(position) as position
         from following.builds join following.checkpoints using (projection, build)
        where status = 'live' and ($1::text[] is null or projection = any($1::text[]))
        group by projection having bool_and(position is not null)`,
      [projections],
    );
    return new Map(found.map(({ projection, position }) => [projection, BigInt(position)]));
  }
}
