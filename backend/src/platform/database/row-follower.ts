import { setTimeout as pause } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { isPassing, rows } from '../../../following/database/database.js';
import { NoLiveBuild, type LiveBuilds } from '../../../following/waiting/live-builds.js';
import type { Notices } from '../../../following/waiting/notices.js';
import type { ProjectionMoves } from '../../../following/waiting/projection-moves.js';
import type { Log } from '../observability/log.js';

/** Rows of a projection that this process keeps a copy of, in whatever shape. */
export interface FollowedRows {
  readonly projection: string;
  /** The table that the rows are in, in a build. */
  readonly table: string;
  /** All rows anew, into an empty shape. `read` asks the build that is being copied; pause between its pages. */
  load(read: ReadPacked): Promise<void>;
  /**
   * The rows `r` of these keys as one row: `keys` is a relation of one column, `key`, the text that the projection calls
   * moved rows by.
   */
  packed(schema: string, keys: string): string;
  /** Takes in what `packed` answered. */
  put(packed: PackedRow): Promise<void>;
  /** The copy is of no use any more. */
  forget(): void;
}

export type PackedRow = Readonly<Record<string, unknown>>;
export type ReadPacked = (
  sql: (schema: string) => string,
  values?: readonly unknown[],
) => Promise<PackedRow | undefined>;

/** How far the copy is: the build, and where its partitions stood. */
export interface CopyState {
  readonly schema: string;
  readonly token: string;
}

interface Connected {
  readonly orm: MikroORM;
  readonly builds: LiveBuilds;
  readonly notices: Notices;
  readonly moves: ProjectionMoves;
  readonly log: Log;
}

/** More keys than this are not worth asking for one by one. */
const MOST_MOVED = 200_000;
/** What moved is kept for an hour (`moved-keys.ts`); after half of it without a look everything is read anew. */
const LONGEST_AWAY_MS = 30 * 60_000;
const AFTER_FAILURE_MS = 1_000;
/** Below this a page is read fast enough without an index. */
const FEW = 20_000;
/** A look that took longer is followed by a pause as long: whoever reads comes before the copy while the past is projected. */
const LONG_LOOK_MS = 25;
const LONGEST_PAUSE_MS = 1_000;

/**
 * Where the partitions of a build stand, and the file that holds the table: another one has other rows. Null where the build does
 * not answer. In the snapshot of the statement around it.
 */
export const TOKEN = (schema: string, table: string): string => `
  (select pg_relation_filenode(${literal(`"${schema}"."${table}"`)}::regclass) || ':' ||
          string_agg(coalesce(c.position::text, '-'), ',' order by c.partition)
     from following.builds b join following.checkpoints c using (projection, build)
    where b.schema_name = ${literal(schema)} and b.status = 'live')`;

const fileOf = (token: string): string => token.slice(0, token.indexOf(':'));

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * Keeps a copy of a projection's rows true: reads them all at first and whenever another build answers, and then, woken by the
 * notices of the projector, what has moved since it last looked. A notice is only a reason to look, so a lost one costs time and
 * no row: what moved is asked by transaction numbers, and readers can compare `state` with the token in the snapshot of their own.
 */
export class RowFollower {
  private copy: (CopyState & { readonly horizon: string }) | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;
  private lookedAt = 0;
  private failures = 0;
  private retry: NodeJS.Timeout | undefined;
  private readonly ends: (() => void)[] = [];

  constructor(
    private readonly followed: FollowedRows,
    private readonly connected: Connected,
  ) {}

  async start(): Promise<void> {
    const { moves, notices } = this.connected;
    const { projection } = this.followed;
    this.ends.push(moves.subscribe((move) => move.projection === projection && this.wake()));
    this.ends.push(
      await notices.on('projection_switched', (switched) => switched === projection && this.wake()),
    );
    this.ends.push(
      notices.onReconnect(() => {
        if (performance.now() - this.lookedAt > LONGEST_AWAY_MS) this.forget();
        this.wake();
      }),
    );
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    for (const end of this.ends.splice(0)) end();
    await this.running;
  }

  /** Undefined while there is no copy to trust. */
  get state(): CopyState | undefined {
    return this.copy;
  }

  /** Resolves once everything is in the copy that was committed before the call, or once that has failed. */
  async caughtUp(): Promise<void> {
    // What runs already may have looked before; the one after it looks now.
    const before = this.running;
    this.wake();
    await before;
    await this.running;
  }

  /** False where that takes longer, or where there is no copy. */
  async caughtUpWithin(ms: number): Promise<boolean> {
    const done = new AbortController();
    const late = pause(ms, false, { signal: done.signal, ref: false }).catch(() => false);
    const isInTime = await Promise.race([this.caughtUp().then(() => true), late]);
    done.abort();
    return isInTime && this.copy !== undefined;
  }

  private wake(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.look().finally(() => {
      this.running = undefined;
      if (this.again && this.retry === undefined) this.wake();
    });
  }

  private async look(): Promise<void> {
    this.again = false;
    if (this.retry !== undefined) return;
    const startedAt = performance.now();
    try {
      const schema = await this.connected.builds.schemaOf(this.followed.projection);
      if (this.copy?.schema !== schema) await this.load(schema);
      else await this.catchUp(this.copy);
      this.failures = 0;
      const tookMs = performance.now() - startedAt;
      if (this.again && tookMs > LONG_LOOK_MS) await pause(Math.min(tookMs, LONGEST_PAUSE_MS));
    } catch (error) {
      // While the database is away nothing changes, and taking in the same rows again changes nothing.
      if (!isPassing(error)) this.forget();
      // The first start of a projector announces itself.
      if (error instanceof NoLiveBuild) return;
      this.failures += 1;
      const afterMs = AFTER_FAILURE_MS * 2 ** Math.min(this.failures - 1, 5);
      const { projection } = this.followed;
      this.connected.log.write('warn', 'rows could not be copied, the database answers alone', { projection, error, afterMs }); // prettier-ignore
      this.retry = setTimeout(() => {
        this.retry = undefined;
        this.wake();
      }, afterMs);
    }
  }

  private async load(schema: string): Promise<void> {
    this.forget();
    const startedAt = performance.now();
    const [build] = await this.sql<{ horizon: string; indexed: boolean; few: boolean }>(
      `select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, indexed,
              (select count(*) from (select 1 from "${schema}"."${this.followed.table}" limit ${FEW}) as first) < ${FEW} as few
         from following.builds where schema_name = $1 and status = 'live'`,
      [schema],
    );
    // Without indexes all rows would be sorted for every page. When they are made, that is announced, as is a switch.
    if (!build || !(build.indexed || build.few)) return;
    await this.followed.load(async (sql, values) => {
      if (this.stopped) throw new Error('the program ends');
      const [packed] = await this.sql<PackedRow>(sql(`"${schema}"`), values);
      return packed;
    });
    const state = { schema, token: '', horizon: build.horizon };
    await this.catchUp(state);
    const { projection } = this.followed;
    this.connected.log.write('info', 'rows copied into memory', { projection, schema, ms: Math.round(performance.now() - startedAt) }); // prettier-ignore
  }

  private async catchUp({
    schema,
    horizon,
    token,
  }: {
    schema: string;
    horizon: string;
    token: string;
  }): Promise<void> {
    const keys = `(select distinct key from following.moved_keys
                    where schema_name = ${literal(schema)} and moved_by >= $1::xid8 limit ${MOST_MOVED + 1})`;
    const [news] = await this.sql<
      PackedRow & { horizon: string; token: string | null; moved: number; isPast: boolean }
    >(
      `with keys as materialized ${keys},
            state as (select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, ${TOKEN(schema, this.followed.table)} as token,
                             pg_snapshot_xmin(pg_current_snapshot()) < $1::xid8 as "isPast",
                             (select count(*)::int from keys) as moved)
       select * from state, (${this.followed.packed(`"${schema}"`, 'keys')}) as packed`,
      [horizon],
    );
    // A database that was set back in time, another build that answers, too much at once, or a table that was emptied.
    const isOther = news?.token != null && token !== '' && fileOf(news.token) !== fileOf(token);
    if (!news || news.isPast || news.token === null || news.moved > MOST_MOVED || isOther) {
      this.forget();
      this.again = true;
      return;
    }
    if (news.moved > 0) await this.followed.put(news);
    this.lookedAt = performance.now();
    this.copy = { schema, token: news.token, horizon: news.horizon };
  }

  private forget(): void {
    this.copy = undefined;
    this.followed.forget();
  }

  private sql<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return rows<Row>(this.connected.orm, text, values);
  }
}
