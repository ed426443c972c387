import { setImmediate as othersTurn } from 'node:timers/promises';
import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { LiveBuilds } from '../../../../following/waiting/live-builds.js';
import { Notices } from '../../../../following/waiting/notices.js';
import { ProjectionMoves } from '../../../../following/waiting/projection-moves.js';
import {
  RowFollower,
  type FollowedRows,
  type PackedRow,
  type ReadPacked,
} from '../../../platform/database/row-follower.js';
import { idWords } from '../../../platform/in-memory/id-table.js';
import type { Log } from '../../../platform/observability/log.js';
import { LOG } from '../../../platform/tokens.js';
import { TypeAhead, type Completed, type Typed } from './type-ahead.js';
import { Volumes } from './volumes.js';

/** About 250 bytes each with its volume; beyond it the database answers alone. */
const MOST_ROWS = 5_000_000;
const PAGE = 2_000;
const ID_BYTES = 16;
/** Others get their turn after so many. */
const ROWS_AT_ONCE = 250;
/** So long an answer waits for rows that were projected before it was asked for. */
const PATIENCE_MS = 200;

const PACKED = `
  count(*)::int as count, string_agg(uuid_send(r.keyword_id), ''::bytea) as ids,
  json_agg(json_build_array(r.workspace, r.normal, r.keyword, r.marketplace, r.country, r.place, r.source, r.origin,
                            (extract(epoch from r.observed_at) * 1000)::bigint)) as rows`;

type PackedSuggestion = [string, string, string, string, string, number | null, string, string, number];

/** Keeps everything that may complete a prefix in this process, so that each typed letter is answered without a question to the database. */
@Injectable()
export class TypeAheadIndex implements OnModuleInit, OnModuleDestroy {
  private typeAhead = new TypeAhead();
  private readonly volumes = new Volumes((words, at, volume) => this.typeAhead.putVolume(words, at, volume));
  private readonly rows: RowFollower;
  private readonly demand: RowFollower;

  constructor(
    orm: MikroORM,
    builds: LiveBuilds,
    private readonly notices: Notices,
    moves: ProjectionMoves,
    @Inject(LOG) log: Log,
  ) {
    const connected = { orm, builds, notices, moves, log };
    this.rows = new RowFollower(this.followed(), connected);
    this.demand = new RowFollower(this.volumes.followed(), connected);
  }

  async onModuleInit(): Promise<void> {
    await this.demand.start();
    await this.rows.start();
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.rows.stop(), this.demand.stop()]);
  }

  /**
   * Undefined where the database must answer: the rows are not here yet, or nobody says what moves.
   * @param upToNow with everything that was projected before the call
   */
  async complete(typed: Typed, upToNow: boolean): Promise<readonly Completed[] | undefined> {
    if (upToNow && !(await this.rows.caughtUpWithin(PATIENCE_MS))) return undefined;
    if (!this.rows.state || !this.notices.connected) return undefined;
    return this.typeAhead.complete(typed);
  }

  private followed(): FollowedRows {
    return {
      projection: 'suggestions',
      table: 'suggestions',
      load: (read) => this.load(read),
      packed: (schema, keys) =>
        `select ${PACKED} from ${schema}.suggestions r join ${keys} on r.keyword_id = ${keys}.key::uuid`,
      put: (packed) => this.put(this.typeAhead, packed).then(() => undefined),
      forget: () => {
        if (this.typeAhead.size > 0) this.typeAhead = new TypeAhead();
      },
    };
  }

  private async load(read: ReadPacked): Promise<void> {
    const { typeAhead } = this;
    for (let after: string[] = []; ;) {
      const page = await read(
        (schema) => `select ${PACKED} from (
          select * from ${schema}.suggestions
           ${after.length === 0 ? '' : 'where (keyword_id, workspace) > ($1::uuid, $2)'}
           order by keyword_id, workspace limit ${PAGE}) as r`,
        after,
      );
      const last = await this.put(typeAhead, page ?? {});
      if (typeAhead.size > MOST_ROWS) throw new Error(`there are more than ${MOST_ROWS} suggestions`);
      if (!last || Number(page?.['count']) < PAGE) return;
      after = last;
    }
  }

  /** Answers with the key of the last row. */
  private async put(typeAhead: TypeAhead, packed: PackedRow): Promise<[string, string] | undefined> {
    const { ids, rows } = packed;
    if (!Buffer.isBuffer(ids) || !Array.isArray(rows)) return undefined;
    const words = idWords(ids);
    for (const [i, packedRow] of (rows as PackedSuggestion[]).entries()) {
      const [workspace, normal, keyword, marketplace, country, place, source, origin, observedAtMs] =
        packedRow;
      const row = { workspace, normal, keyword, marketplace, country, place, source, origin, observedAtMs };
      typeAhead.put(words, i * 4, row, this.volumes.of(words, i * 4));
      if (i % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await othersTurn();
    }
    const last = (rows as PackedSuggestion[]).at(-1);
    return last && [ids.subarray(-ID_BYTES).toString('hex'), last[0]];
  }
}
