import { randomUUID } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Projection } from '../projection.js';
import { rows } from '../database/database.js';
import { assignedTo, type Member } from './fair-shares.js';

/** All processes hear on this channel that somebody came, left or gave partitions back. */
export const SHARES_CHANNEL = 'projection_shares';
/** How often a process says that it is alive, and looks who else is. */
const BEAT_MS = 1_500;
/**
 * Who was not seen for this long lost its partitions; by the database's clock, so the clocks of machines do not matter.
 * With a beat and what a paused transaction may hold its locks, another process takes over within 10 s.
 */
export const LEASE = '5 seconds';

interface OwnerRow {
  readonly projection: string;
  readonly build: number;
  readonly partition: number;
  readonly owner: string | null;
  readonly alive: boolean;
}

/** What one process should feed of one build, and what the database says of it. */
export interface Assignment {
  readonly targets: readonly number[];
  /** Targets that nobody alive owns. */
  readonly free: readonly number[];
  readonly owned: readonly number[];
}

export interface MembershipOptions {
  readonly orm: MikroORM;
  readonly projections: readonly Projection[];
  readonly onSurvey: (survey: Survey) => void;
}

/** Who feeds what right now, as the database has it. */
export class Survey {
  constructor(
    private readonly me: string,
    private readonly members: readonly Member[],
    private readonly owners: readonly OwnerRow[],
  ) {}

  assignment(build: { projection: string; build: number; version: number }): Assignment {
    const rows = this.owners.filter(
      ({ projection, build: number }) => projection === build.projection && number === build.build,
    );
    const able = this.members.filter(
      ({ projection, version }) => projection === build.projection && version === build.version,
    );
    const targets = assignedTo(this.me, able, build.projection, rows);
    const freeOf = (row: OwnerRow) => row.owner === null || !row.alive;
    return {
      targets,
      free: rows.filter((row) => targets.includes(row.partition) && freeOf(row)).map((row) => row.partition),
      owned: rows.filter((row) => row.owner === this.me).map((row) => row.partition),
    };
  }
}

/** This process among all that project into the same database. */
export class Membership {
  readonly id = randomUUID();
  private timer: NodeJS.Timeout | undefined;
  private beating: Promise<void> = Promise.resolve();
  private looking: Promise<void> | undefined;
  private again = false;
  private closed = false;

  constructor(private readonly options: MembershipOptions) {}

  /** @throws what the database answers, so that a start without one fails at once */
  async join(): Promise<void> {
    await this.beat();
    await this.tell();
    await this.look();
    this.nextBeat();
  }

  /** Somebody came or went: look now and not with the next beat. */
  lookSoon(): void {
    if (this.closed) return;
    if (this.looking) this.again = true;
    else {
      this.looking = this.lookWhileAsked()
        .catch(() => undefined) // the next beat looks again
        .finally(() => (this.looking = undefined));
    }
  }

  /** The others take over at once. Partitions must have been given back. */
  async leave(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await Promise.all([this.looking, this.beating]);
    await rows(this.options.orm, 'delete from following.projectors where id = $1', [this.id]);
    await this.tell();
  }

  private nextBeat(): void {
    if (this.closed) return;
    this.timer = setTimeout(() => {
      // A database that is away is noticed by all who write.
      this.beating = this.beat().then(
        () => this.lookSoon(),
        () => undefined,
      );
      void this.beating.then(() => this.nextBeat());
    }, BEAT_MS);
  }

  /** Comes back too where others have counted this process as dead meanwhile, and forgets who died long ago. */
  private async beat(): Promise<void> {
    const { orm, projections } = this.options;
    await rows(
      orm,
      `with dead as (delete from following.projectors where seen_at < clock_timestamp() - interval '1 minute')
       insert into following.projectors (id, projection, version) select $1, * from unnest($2::text[], $3::integer[])
       on conflict (id, projection) do update set seen_at = clock_timestamp()`,
      [this.id, projections.map(({ name }) => name), projections.map(({ version }) => version)],
    );
  }

  private async tell(): Promise<void> {
    await rows(this.options.orm, `select pg_notify('${SHARES_CHANNEL}', '')`);
  }

  private async lookWhileAsked(): Promise<void> {
    do {
      this.again = false;
      await this.look();
    } while (this.again && !this.closed);
  }

  private async look(): Promise<void> {
    const { orm, projections, onSurvey } = this.options;
    const names = projections.map(({ name }) => name);
    const [members, owners] = await Promise.all([
      rows<Member>(
        orm,
        `select id, projection, version from following.projectors
          where projection = any($1::text[]) and seen_at > clock_timestamp() - interval '${LEASE}' order by joined_at, id`,
        [names],
      ),
      rows<OwnerRow>(
        orm,
        `select c.projection, c.build, partition, owner,
                coalesce(p.seen_at > clock_timestamp() - interval '${LEASE}', false) as alive
           from following.checkpoints c join following.builds b using (projection, build)
           left join following.projectors p on p.id = owner and p.projection = c.projection
          where c.projection = any($1::text[]) and b.status in ('live', 'building') order by partition`,
        [names],
      ),
    ]);
    if (!this.closed) onSurvey(new Survey(this.id, members, owners));
  }
}
