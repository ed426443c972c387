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
    const exchanged = await this.sessions.exchange(token, await this.placeOf(token, workspaceId));
    if (exchanged.kind === 'exchanged') return exchanged.session;
    if (exchanged.kind === 'reused' && exchanged.wasOpen) {
      const { accountId, sessionId } = exchanged;
      const ended = accountEvent(
        'account.SessionEnded.v1',
        { accountId, sessionId, why: 'token-reused' },
        asked,
      );
      await this.accounts.decide(accountId, (state) => (state ? [ended] : []));
    }
    throw new Problem('sign-in-needed', 'You are signed out. Sign in again.');
  }

  /** The workspace to go on in: the one that was named, or another where somebody was removed from their last one. */
  private async placeOf(token: string, wanted: string | undefined): Promise<string | undefined> {
    const session = await this.sessions.sessionOf(token);
    // An unknown token is the exchange's to judge.
    if (!session) return undefined;
    const { accountId, workspaceId } = session;
    if ((await this.members.roleOf(accountId, wanted ?? workspaceId)) !== undefined) return wanted;
    if (wanted !== undefined) throw new Problem('not-allowed', 'You are not a member of this workspace.');
    return (await this.members.workspacesOf(accountId))[0];
  }
}
