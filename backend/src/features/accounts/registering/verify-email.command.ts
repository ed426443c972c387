import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asker } from '../../../../contracts/events/asked.js';
import { FreshReads } from '../../../platform/database/fresh-reads.js';
import { Problem } from '../../../platform/http/problem.js';
import { MailTokens } from '../../../platform/privacy/mail-tokens.js';
import { accountEvent } from '../account.decider.js';
import { Accounts } from '../accounts.js';
import { ACCOUNTS } from '../accounts.projection.js';

export class VerifyEmail extends Command<void> {
  constructor(
    readonly token: string,
    readonly asked: Asker,
  ) {
    super();
  }
}

@CommandHandler(VerifyEmail)
export class VerifyEmailHandler implements ICommandHandler<VerifyEmail> {
  constructor(
    private readonly accounts: Accounts,
    private readonly tokens: MailTokens,
    private readonly fresh: FreshReads,
  ) {}

  async execute({ token, asked }: VerifyEmail): Promise<void> {
    const accountId = this.tokens.subjectOf(token, 'verify-email');
    if (accountId === undefined) throw brokenLink();
    const { position } = await this.accounts.decide(accountId, (state) => {
      if (!state || state.isClosed || !this.tokens.isGood(token, 'verify-email', state.emailHash))
        throw brokenLink();
      if (state.isVerified) return [];
      const { emailHash } = state;
      return [
        accountEvent('account.EmailVerified.v1', { accountId, emailHash }, { ...asked, actor: accountId }),
      ];
    });
    await this.fresh.waitFor(ACCOUNTS, String(position ?? 0n));
  }
}

export const brokenLink = (): Problem =>
  Problem.ofField('token', 'this link is not good any more: ask for a new one');
