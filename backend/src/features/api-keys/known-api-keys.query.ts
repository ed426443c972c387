import { Inject, Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { ProjectionTables } from '../../platform/database/projection-tables.js';
import type { ApiKeys, KnownApiKey } from '../../platform/security/caller.js';
import { REDIS } from '../../platform/tokens.js';
import { API_KEYS_MODEL } from './api-keys.projection.js';

/** Redis hash of when each key was used last, ISO 8601. */
export const LAST_USED = 'api-keys:last-used';
/** A key that is used a hundred times a second is written down once in this time. */
const TELL_EVERY_MS = 10_000;

/** What the gate asks about API keys. */
@Injectable()
export class KnownApiKeys implements ApiKeys {
  private readonly told = new Map<string, number>();

  constructor(
    private readonly tables: ProjectionTables,
    @Inject(REDIS) private readonly redis: Redis,
  ) {}

  async find(keyId: string): Promise<KnownApiKey | undefined> {
    const [key] = await this.tables.read<KnownApiKey>(
      API_KEYS_MODEL,
      (schema) => `
        select workspace_id as "workspaceId", account_id as "accountId", secret_hash as "secretHash", scope,
               to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "expiresAt"
          from ${schema}.api_keys where id = $1`,
      [keyId],
    );
    return key;
  }

  used(keyId: string): void {
    const now = Date.now();
    if (now - (this.told.get(keyId) ?? 0) < TELL_EVERY_MS) return;
    this.told.set(keyId, now);
    // Nobody waits for it, and one that is lost is told with the next use.
    this.redis.hset(LAST_USED, keyId, new Date(now).toISOString()).catch(() => this.told.delete(keyId));
  }
}
