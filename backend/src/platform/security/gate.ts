import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isAtLeast, type Role } from '../../../contracts/values/role.js';
import type { Config } from '../config/config.js';
import { Problem } from '../http/problem.js';
import { Remembered } from '../in-memory/remembered.js';
import { CLOCK, CONFIG, type Clock } from '../tokens.js';
import { AccessTokens } from './access-tokens.js';
import { isSecretOf, looksLikeApiKey, readApiKey } from './api-key-text.js';
import {
  API_KEYS,
  MEMBERS,
  SESSIONS,
  type ApiKeys,
  type Caller,
  type Members,
  type Sessions,
} from './caller.js';
import { isOperatorPermission, mayDo, type Permission } from './permissions.js';

/** So long an ended session, a lost role or a revoked key may still open doors, in each process. */
const STANDING_MS = 1_000;
const MOST_STANDINGS = 50_000;
const BEARER = /^Bearer +([^\s]+)$/i;

type GateConfig = Pick<Config, 'DEMO' | 'OPERATORS_NEED_SECOND_FACTOR'>;
type Standing = NonNullable<Awaited<ReturnType<Sessions['standingOf']>>>;

/** Finds out who calls and whether they may, from the headers alone. */
@Injectable()
export class Gate {
  private readonly operatorsNeedSecondFactor: boolean;
  private readonly standings = new Remembered<Caller | undefined>(STANDING_MS, MOST_STANDINGS);

  constructor(
    private readonly tokens: AccessTokens,
    @Inject(SESSIONS) private readonly sessions: Sessions,
    @Inject(MEMBERS) private readonly members: Members,
    @Inject(API_KEYS) private readonly apiKeys: ApiKeys,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) { OPERATORS_NEED_SECOND_FACTOR: asked, DEMO }: GateConfig,
  ) {
    // The demo account is shown to everybody who tries the product.
    this.operatorsNeedSecondFactor = asked ?? !DEMO;
  }

  /** @throws Problem 401 where nobody known calls, 403 where they may not */
  admit(caller: Caller | undefined, permission: Permission): Caller {
    if (!caller) throw new Problem('sign-in-needed', NOBODY, [], { 'www-authenticate': 'Bearer' });
    if (!mayDo(caller, permission)) throw new Problem('not-allowed', refusal(caller, permission));
    return caller;
  }

  /** Undefined where nobody known calls. */
  async callerOf({ headers: { authorization } }: FastifyRequest): Promise<Caller | undefined> {
    const token = authorization === undefined ? undefined : BEARER.exec(authorization)?.[1];
    if (token === undefined) return undefined;
    return looksLikeApiKey(token) ? this.programOf(token) : this.personOf(token);
  }

  private async personOf(token: string): Promise<Caller | undefined> {
    const claims = await this.tokens.read(token);
    if (!claims) return undefined;
    const { accountId, sessionId, workspaceId } = claims;
    return this.standings.get(`${sessionId} ${workspaceId}`, async () => {
      const [standing, role] = await Promise.all([
        this.sessions.standingOf(sessionId),
        this.members.roleOf(accountId, workspaceId),
      ]);
      return (
        standing && {
          kind: 'person',
          accountId,
          workspaceId,
          credentialId: sessionId,
          role,
          ...this.powersOf(standing),
        }
      );
    });
  }

  /** Whoever runs the platform is worth more to a thief than anybody else: a password alone is not enough. */
  private powersOf({
    isOperator,
    hasSecondFactor,
  }: Standing): Pick<Caller, 'isOperator' | 'lacksSecondFactor'> {
    if (!isOperator || hasSecondFactor || !this.operatorsNeedSecondFactor) return { isOperator };
    return { isOperator: false, lacksSecondFactor: true };
  }

  private async programOf(token: string): Promise<Caller | undefined> {
    const given = readApiKey(token);
    if (!given) return undefined;
    const { keyId, secret } = given;
    const caller = await this.standings.get(token, async () => {
      const key = await this.apiKeys.find(keyId);
      if (!key || !isSecretOf(secret, key.secretHash)) return undefined;
      if (key.expiresAt !== null && Date.parse(key.expiresAt) <= this.clock()) return undefined;
      const role = await this.members.roleOf(key.accountId, key.workspaceId);
      return {
        kind: 'program',
        accountId: key.accountId,
        workspaceId: key.workspaceId,
        credentialId: keyId,
        role: role && lesser(role, key.scope),
        isOperator: false,
      };
    });
    if (caller) this.apiKeys.used(keyId);
    return caller;
  }
}

const NOBODY = 'Send “Authorization: Bearer …” with an access token that has not expired, or an API key.';

const lesser = (role: Role, scope: Role): Role => (isAtLeast(role, scope) ? scope : role);

function refusal({ kind, role, lacksSecondFactor }: Caller, permission: Permission): string {
  if (lacksSecondFactor && isOperatorPermission(permission))
    return 'Those who run the platform need a second factor. Switch it on in your profile, then try again.';
  if (kind === 'program') return `This needs the permission ${permission}, which the API key does not give.`;
  return role === undefined
    ? 'You are not a member of this workspace.'
    : `This needs the permission ${permission}, which the role ${role} does not have.`;
}
