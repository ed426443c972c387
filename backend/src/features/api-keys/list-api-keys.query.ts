import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Redis } from 'ioredis';
import type { Role } from '../../../contracts/values/role.js';
import { FreshReads } from '../../platform/database/fresh-reads.js';
import { ProjectionTables } from '../../platform/database/projection-tables.js';
import { Cursors } from '../../platform/http/cursors.js';
import { Sealing } from '../../platform/privacy/sealing.js';
import { REDIS } from '../../platform/tokens.js';
import type { ApiKeyPage } from './api-keys.dto.js';
import { API_KEYS_MODEL } from './api-keys.projection.js';
import { LAST_USED } from './known-api-keys.query.js';

/** Keys that were not revoked, the expired too: the newest first. */
export class ListApiKeys extends Query<ApiKeyPage> {
  constructor(
    readonly workspaceId: string,
    readonly limit: number,
    readonly cursor?: string,
    readonly minPosition?: string,
  ) {
    super();
  }
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly scope: Role;
  readonly issuedBy: string;
  readonly issuedAt: string;
  readonly expiresAt: string | null;
}

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

@QueryHandler(ListApiKeys)
export class ListApiKeysHandler implements IQueryHandler<ListApiKeys> {
  constructor(
    private readonly tables: ProjectionTables,
    private readonly fresh: FreshReads,
    private readonly cursors: Cursors,
    private readonly sealing: Sealing,
    @Inject(REDIS) private readonly redis: Redis,
  ) {}

  async execute({ workspaceId, limit, cursor, minPosition }: ListApiKeys): Promise<ApiKeyPage> {
    const list = `api keys of ${workspaceId}`;
    const [issuedAt, id] = cursor === undefined ? [null, null] : this.cursors.read(list, cursor);
    const freshness = await this.fresh.waitFor(API_KEYS_MODEL, minPosition);
    const found = await this.tables.read<Row>(
      API_KEYS_MODEL,
      (schema) => `
        select id, name, scope, account_id as "issuedBy",
               to_char(issued_at at time zone 'UTC', ${ISO}) as "issuedAt",
               to_char(expires_at at time zone 'UTC', ${ISO}) as "expiresAt"
          from ${schema}.api_keys
         where workspace_id = $1
           and ($2::timestamptz is null or (issued_at, id) < ($2::timestamptz, $3::uuid))
         order by issued_at desc, id desc
         limit $4`,
      [workspaceId, issuedAt, id, limit + 1],
    );
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const nextCursor =
      found.length > rows.length && last ? this.cursors.issue(list, [last.issuedAt, last.id]) : null;
    const used = rows.length === 0 ? [] : await this.redis.hmget(LAST_USED, ...rows.map((row) => row.id));
    const items = rows.map((row, at) => ({
      ...row,
      name: this.sealing.openOrErased(row.name),
      lastUsedAt: used[at] ?? null,
    }));
    return { items, nextCursor, ...freshness };
  }
}
