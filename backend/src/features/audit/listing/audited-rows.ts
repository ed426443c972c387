import { Injectable } from '@nestjs/common';
import { ProjectionTables } from '../../../platform/database/projection-tables.js';
import { EVENT_INDEX } from '../../../platform/privacy/event-index.js';

export interface AuditedRow {
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  /** Sealed; null for parts of the product. */
  readonly actorName: string | null;
  /** Whether it is of the reader's own workspace, and not only theirs to see as an operator. */
  readonly isOurs: boolean;
}

export interface Wanted {
  readonly workspaceId: string;
  readonly accountId: string;
  readonly seesAll: boolean;
  readonly stream: string | undefined;
  readonly type: string | undefined;
  readonly actor: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Places before this one. */
  readonly before: string | undefined;
  readonly limit: number;
}

/** What a colleague searches for is theirs: they find it in their own history and export. */
const FILTERED = `
  not starts_with(e.type, 'research.') and ($3::text is null or e.stream = $3) and ($4::text is null or starts_with(e.type, $4)) and ($5::text is null or e.actor = $5)
  and ($6::timestamptz is null or e.recorded_at >= $6) and ($7::timestamptz is null or e.recorded_at < $7)
  and ($8::bigint is null or e.position < $8)`;

/** Finds a page of the audit, the newest first. */
@Injectable()
export class AuditedRows {
  constructor(private readonly tables: ProjectionTables) {}

  find(wanted: Wanted): Promise<AuditedRow[]> {
    const { workspaceId, accountId, stream, type, actor, from, to, before, limit } = wanted;
    return this.tables.read<AuditedRow>(EVENT_INDEX, (schema) => textOf(schema, wanted.seesAll), [
      workspaceId,
      accountId,
      ...[stream, type, actor, from, to, before].map((filter) => filter ?? null),
      limit,
    ]);
  }
}

/**
 * What is ours: everything of the workspace, everything about ourselves, and what its members did with their accounts while they were
 * members: neither before nor after. Each part by its own index.
 */
function textOf(schema: string, seesAll: boolean): string {
  const events = `select e.* from ${schema}.events e`;
  const last = 'order by e.position desc limit $9';
  const during = 'e.position >= p.since and (p.until is null or e.position <= p.until)';
  const ours = `
    select * from (${events} where e.workspace = $1 and ${FILTERED} ${last}) of_workspace
    union
    select * from (${events} where e.about = $2::uuid and ${FILTERED} ${last}) about_me
    union
    select * from (
      ${events} join ${schema}.people p on p.account_id = e.about and p.workspace = $1 and ${during}
       where e.workspace is null and ${FILTERED} ${last}) of_members`;
  const isOurs = `
    e.workspace is not distinct from $1 or e.about is not distinct from $2::uuid
    or e.workspace is null and exists (
      select 1 from ${schema}.people p where p.account_id = e.about and p.workspace = $1 and ${during})`;
  return `
    select e.position::text, e.stream, e.revision::int, n.name as "actorName", ${seesAll ? isOurs : 'true'} as "isOurs"
      from (${seesAll ? `${events} where ${FILTERED} ${last}` : ours}) e
      left join ${schema}.actor_names n on n.actor = e.actor
     ${last}`;
}
