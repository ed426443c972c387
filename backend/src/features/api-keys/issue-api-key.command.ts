import { randomUUID } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asked } from '../../../contracts/events/asked.js';
import { isAtLeast, type Role } from '../../../contracts/values/role.js';
import type { EventLog } from '../../../event-log/event-log.js';
import { FreshReads } from '../../platform/database/fresh-reads.js';
import { decideOn } from '../../platform/event-log/decide-on.js';
import { Problem } from '../../platform/http/problem.js';
import { Sealing } from '../../platform/privacy/sealing.js';
import { newApiKey } from '../../platform/security/api-key-text.js';
import type { Caller } from '../../platform/security/caller.js';
import { EVENT_LOG } from '../../platform/tokens.js';
import { apiKeyStream, decideIssue, evolve, type ApiKeyState } from './api-key.decider.js';
import type { IssuedApiKey } from './api-keys.dto.js';
import { API_KEYS_MODEL } from './api-keys.projection.js';

const DAY_MS = 24 * 3_600_000;

export interface WantedApiKey {
  readonly name: string;
  readonly scope: Role;
  /** Undefined: it never ends by itself. */
  readonly expiresInDays?: number | undefined;
}

/** A program may act for the workspace of whoever asks. */
export class IssueApiKey extends Command<IssuedApiKey> {
  constructor(
    readonly wanted: WantedApiKey,
    readonly issuer: Pick<Caller, 'accountId' | 'role'>,
    readonly asked: Asked,
  ) {
    super();
  }
}

@CommandHandler(IssueApiKey)
export class IssueApiKeyHandler implements ICommandHandler<IssueApiKey> {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    private readonly sealing: Sealing,
    private readonly fresh: FreshReads,
  ) {}

  /** @throws Problem 403 where the scope is above the role of the issuer */
  async execute({ wanted, issuer, asked }: IssueApiKey): Promise<IssuedApiKey> {
    const { name, scope, expiresInDays } = wanted;
    const { accountId, role } = issuer;
    if (role === undefined || !isAtLeast(role, scope))
      throw new Problem(
        'not-allowed',
        `scope: ${scope} is above your own role; choose ${role ?? 'none'} or less.`,
      );
    const id = randomUUID();
    const { text: key, secretHash } = newApiKey(id);
    const expiresAt =
      expiresInDays === undefined
        ? null
        : new Date(Date.parse(asked.at) + expiresInDays * DAY_MS).toISOString();
    const issued = {
      workspaceId: asked.workspace,
      keyId: id,
      accountId,
      // For the issuer: what they called it goes with them, and so does what it opens.
      name: this.sealing.seal(accountId, name),
      secretHash,
      scope,
      expiresAt,
    };
    const decided = await decideOn<ApiKeyState>(this.log, apiKeyStream(id), undefined, evolve, ({ state }) =>
      decideIssue(state, issued, asked),
    );
    const position = String(decided.position ?? 0n);
    await this.fresh.waitFor(API_KEYS_MODEL, position);
    return { id, key, name, scope, issuedAt: asked.at, expiresAt, position };
  }
}
