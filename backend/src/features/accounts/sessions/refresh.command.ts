import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asker } from '../../../../contracts/events/asked.js';
import { Problem } from '../../../platform/http/problem.js';
import { MEMBERS, type Members } from '../../../platform/security/caller.js';
import { accountEvent } from '../account.decider.js';
import { Accounts } from '../accounts.js';
import { SessionStore, type OpenedSession } from './session-store.js';

/** Exchanges a refresh token for the next one, for another workspace if one is named. */
export class Refresh extends Command<OpenedSession> {
  constructor(
    readonly token: string,
    readonly workspaceId: string | undefined,
    readonly asked: Asker,
  ) {
    super();
  }
}

@CommandHandler(Refresh)
export class RefreshHandler implements ICommandHandler<Refresh> {
  constructor(
    private readonly sessions: SessionStore,
    private readonly accounts: Accounts,
    @Inject(MEMBERS) private readonly members: Members,
  ) {}

  /** @throws Problem 401 where the token is not good (any more), 403 where they are no member of that workspace */
  async execute({ token, workspaceId, asked }: Refresh): Promise<OpenedSession> {
    if (workspaceId !== undefined) await this.requireMember(token, workspaceId);
    const exchanged = await this.sessions.exchange(token, workspaceId);
    if (exchanged.kind === 'exchanged') return exchanged.session;
    if (exchanged.kind === 'reused' && exchanged.wasOpen) {
      const { accountId, sessionId } = exchanged;
      const ended = accountEvent('account.SessionEnded.v1', { accountId, sessionId, why: 'token-reused' }, asked);
      await this.accounts.decide(accountId, (state) => (state ? [ended] : []));
    }
    throw new Problem('sign-in-needed', 'You are signed out. Sign in again.');
  }

  private async requireMember(token: string, workspaceId: string): Promise<void> {
    const session = await this.sessions.sessionOf(token);
    // An unknown token is the exchange's to judge.
    if (session && (await this.members.roleOf(session.accountId, workspaceId)) === undefined)
      throw new Problem('not-allowed', 'You are not a member of this workspace.');
  }
}
