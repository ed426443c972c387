import { MikroORM } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { rows } from '../../../../following/database/database.js';
import { ProjectionTables } from '../../../platform/database/projection-tables.js';
import { EVENT_INDEX } from '../../../platform/privacy/event-index.js';

export interface StoredSession {
  readonly id: string;
  readonly workspaceId: string;
  /** Sealed for the person. */
  readonly device: string;
  readonly startedAt: string;
  readonly usedAt: string;
  readonly endedAt: string | null;
}

const ISO = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Where the things are that are held about a person. */
@Injectable()
export class TracesOfPerson {
  constructor(
    private readonly orm: MikroORM,
    private readonly tables: ProjectionTables,
  ) {}

  /** Also those that have ended, as long as they are kept. */
  sessions(accountId: string): Promise<readonly StoredSession[]> {
    return rows<StoredSession>(
      this.orm,
      `select id, workspace_id as "workspaceId", device, ${ISO('started_at')} as "startedAt",
              ${ISO('used_at')} as "usedAt", ${ISO('ended_at')} as "endedAt"
         from security.sessions where account_id = $1 order by started_at, id`,
      [accountId],
    );
  }

  /**
   * Streams in which something is by them, by a program of theirs or about them, in the order of the log, each with the revisions.
   */
  streams(accountId: string): Promise<readonly { stream: string; revisions: readonly number[] }[]> {
    return this.tables.read<{ stream: string; revisions: number[] }>(
      EVENT_INDEX,
      (schema) => `
        with theirs as (
          select $1::text as actor
          union
          select 'api-key-' || substr(stream, ${'apiKey-'.length + 1}) from ${schema}.events
           where about = $1::uuid and type = 'workspace.ApiKeyIssued.v1')
        select stream, array_agg(revision::int order by revision) as revisions
          from (select stream, revision, position from ${schema}.events where actor in (select actor from theirs)
                union
                select stream, revision, position from ${schema}.events where about = $1::uuid) found
         group by stream order by min(position)`,
      [accountId],
    );
  }
}
