import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asker } from '../../../../contracts/events/asked.js';
import type { DataOf } from '../../../../contracts/events/catalogue.js';
import { accountEvent } from '../account.decider.js';
import { Accounts } from '../accounts.js';
import { SessionStore } from './session-store.js';

type Why = DataOf<'account.SessionEnded.v1'>['why'];

/** Signs devices of a person out. Answers with how many were signed in. */
export class EndSessions extends Command<number> {
  constructor(
    readonly accountId: string,
    readonly which: { readonly only?: string; readonly but?: string },
    readonly why: Why,
    readonly asked: Asker,
  ) {
    super();
  }
}

@CommandHandler(EndSessions)
export class EndSessionsHandler implements ICommandHandler<EndSessions> {
  constructor(
    private readonly sessions: SessionStore,
    private readonly accounts: Accounts,
  ) {}

  async execute({ accountId, which, why, asked }: EndSessions): Promise<number> {
    const ended = await this.sessions.end(accountId, which);
    for (const sessionId of ended) {
      const event = accountEvent('account.SessionEnded.v1', { accountId, sessionId, why }, asked, sessionId);
      await this.accounts.decide(accountId, (state) => (state ? [event] : []));
    }
    return ended.length;
  }
}
