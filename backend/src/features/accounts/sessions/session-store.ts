import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { rows } from '../../../../following/database/database.js';
import { RETENTION } from '../../../platform/privacy/retention.js';

export const REFRESH_TOKEN_LIFE_S = RETENTION.unusedSessionS;
/** However often a device is used, its owner proves anew who they are after 90 days. */
const SESSION_LIFE_S = 90 * 24 * 3_600;
const TOKEN_BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export interface OpenedSession {
  readonly sessionId: string;
  readonly accountId: string;
  readonly workspaceId: string;
  /** Good for one use. */
  readonly refreshToken: string;
}

/** What became of a refresh token: exchanged for the next one, spent already (which ends its session), or nothing known. */
export type Exchanged =
  | { readonly kind: 'exchanged'; readonly session: OpenedSession }
  | {
      readonly kind: 'reused';
      readonly sessionId: string;
      readonly accountId: string;
      readonly wasOpen: boolean;
    }
  | { readonly kind: 'unknown' };

export interface Device {
  readonly sessionId: string;
  readonly workspaceId: string;
  /** Sealed for the person. */
  readonly device: string;
  readonly startedAt: string;
  readonly usedAt: string;
}

/** Good for requests and exchanges. */
const IS_OPEN = `ended_at is null and expires_at > now() and started_at > now() - make_interval(secs => ${SESSION_LIFE_S})`;

const ISO = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Sessions and their refresh tokens, of which only digests are kept. */
@Injectable()
export class SessionStore {
  constructor(private readonly orm: MikroORM) {}

  async open(
    accountId: string,
    workspaceId: string,
    device: string,
    sessionId: string = randomUUID(),
  ): Promise<OpenedSession> {
    const refreshToken = newToken();
    await rows(
      this.orm,
      `insert into security.sessions (id, account_id, workspace_id, device, token_hash, started_at, used_at, expires_at)
       values ($1, $2, $3, $4, $5, now(), now(), now() + make_interval(secs => $6))`,
      [sessionId, accountId, workspaceId, device, digestOf(refreshToken), REFRESH_TOKEN_LIFE_S],
    );
    return { sessionId, accountId, workspaceId, refreshToken };
  }

  /**
   * One statement decides who comes first: the token's row moves on to the next digest, and whoever comes later finds it among the spent.
   * A spent token in anybody's hands means that one of two holders is a thief, so the session ends for both.
   */
  async exchange(token: string, workspaceId?: string): Promise<Exchanged> {
    if (!TOKEN.test(token)) return { kind: 'unknown' };
    const refreshToken = newToken();
    const [moved] = await rows<{ sessionId: string; accountId: string; workspaceId: string }>(
      this.orm,
      `with moved as (
         update security.sessions
            set token_hash = $2, used_at = now(), expires_at = now() + make_interval(secs => $4),
                workspace_id = coalesce($3, workspace_id)
          where token_hash = $1 and ${IS_OPEN}
          returning id, account_id, workspace_id),
       spent as (
         insert into security.spent_tokens (token_hash, session_id, spent_at) select $1, id, now() from moved)
       select id as "sessionId", account_id as "accountId", workspace_id as "workspaceId" from moved`,
      [digestOf(token), digestOf(refreshToken), workspaceId ?? null, REFRESH_TOKEN_LIFE_S],
    );
    if (moved) return { kind: 'exchanged', session: { ...moved, refreshToken } };
    const [reused] = await rows<{ sessionId: string; accountId: string; wasOpen: boolean }>(
      this.orm,
      `with spent as (
         select s.id, s.account_id, s.ended_at from security.spent_tokens t join security.sessions s on s.id = t.session_id
          where t.token_hash = $1 for update of s),
       ended as (update security.sessions set ended_at = now() where id in (select id from spent) and ended_at is null)
       select id as "sessionId", account_id as "accountId", ended_at is null as "wasOpen" from spent`,
      [digestOf(token)],
    );
    return reused ? { kind: 'reused', ...reused } : { kind: 'unknown' };
  }

  /** Whose session a refresh token belongs to, without using it up. */
  async sessionOf(
    token: string,
  ): Promise<{ sessionId: string; accountId: string; workspaceId: string } | undefined> {
    if (!TOKEN.test(token)) return undefined;
    const [found] = await rows<{ sessionId: string; accountId: string; workspaceId: string }>(
      this.orm,
      `select id as "sessionId", account_id as "accountId", workspace_id as "workspaceId"
         from security.sessions where token_hash = $1 and ended_at is null`,
      [digestOf(token)],
    );
    return found;
  }

  async isOpen(sessionId: string): Promise<string | undefined> {
    const [found] = await rows<{ accountId: string }>(
      this.orm,
      `select account_id as "accountId" from security.sessions where id = $1 and ${IS_OPEN}`,
      [sessionId],
    );
    return found?.accountId;
  }

  /** @returns those that were open */
  async end(
    accountId: string,
    which: { readonly only?: string; readonly but?: string } = {},
  ): Promise<readonly string[]> {
    const ended = await rows<{ id: string }>(
      this.orm,
      `update security.sessions set ended_at = now()
        where account_id = $1 and ended_at is null
          and ($2::uuid is null or id = $2) and ($3::uuid is null or id <> $3)
        returning id`,
      [accountId, which.only ?? null, which.but ?? null],
    );
    return ended.map(({ id }) => id);
  }

  /** Open ones, the last used first. */
  async devices(accountId: string): Promise<readonly Device[]> {
    return rows<Device>(
      this.orm,
      `select id as "sessionId", workspace_id as "workspaceId", device,
              ${ISO('started_at')} as "startedAt", ${ISO('used_at')} as "usedAt"
         from security.sessions where account_id = $1 and ${IS_OPEN}
        order by used_at desc, id`,
      [accountId],
    );
  }

  /** Where somebody worked last. */
  async lastWorkspace(accountId: string): Promise<string | undefined> {
    const [last] = await rows<{ workspaceId: string }>(
      this.orm,
      `select workspace_id as "workspaceId" from security.sessions where account_id = $1 order by used_at desc limit 1`,
      [accountId],
    );
    return last?.workspaceId;
  }

  /** Nothing of the person is left here. */
  async forget(accountId: string): Promise<void> {
    await rows(this.orm, 'delete from security.sessions where account_id = $1', [accountId]);
    await rows(this.orm, 'delete from security.used_codes where account_id = $1', [accountId]);
  }
}

const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');
const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
