import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asker } from '../../../../contracts/events/asked.js';
import { Problem } from '../../../platform/http/problem.js';
import { MailTokens } from '../../../platform/privacy/mail-tokens.js';
import { Sealing } from '../../../platform/privacy/sealing.js';
import { accountEvent, type Account } from '../account.decider.js';
import { Accounts } from '../accounts.js';
import { resetContext } from '../mails/send-account-mail.reaction.js';
import { brokenLink } from '../registering/verify-email.command.js';
import { SessionStore } from '../sessions/session-store.js';
import { Passwords } from '../signing-in/passwords.js';
import { refuseWeakPassword } from '../signing-in/weak-passwords.js';

/** Sends a link to whoever has an account with this address; nobody learns whether there is one. */
export class RequestPasswordReset extends Command<void> {
  constructor(
    readonly email: string,
    readonly asked: Asker,
  ) {
    super();
  }
}

@CommandHandler(RequestPasswordReset)
export class RequestPasswordResetHandler implements ICommandHandler<RequestPasswordReset> {
  constructor(private readonly accounts: Accounts) {}

  async execute({ email, asked }: RequestPasswordReset): Promise<void> {
    const account = await this.accounts.byEmail(email);
    if (!account) return;
    const requested = accountEvent('account.PasswordResetRequested.v1', { accountId: account.id }, asked);
    await this.accounts.decide(account.id, (state) => (state && !state.isClosed ? [requested] : []));
  }
}

/** Chooses a password with a link that was sent; every device is signed out. */
export class ResetPassword extends Command<void> {
  constructor(
    readonly token: string,
    readonly password: string,
    readonly asked: Asker,
  ) {
    super();
  }
}

@CommandHandler(ResetPassword)
export class ResetPasswordHandler implements ICommandHandler<ResetPassword> {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly sealing: Sealing,
    private readonly tokens: MailTokens,
    private readonly sessions: SessionStore,
  ) {}

  async execute({ token, password, asked }: ResetPassword): Promise<void> {
    const accountId = this.tokens.subjectOf(token, 'reset-password');
    const account = accountId === undefined ? undefined : await this.accounts.byId(accountId);
    if (!account || !this.tokens.isGood(token, 'reset-password', resetContext(account))) throw brokenLink();
    const { id, emailHash } = account;
    refuseWeakPassword(password, 'password', wordsOf(account, this.sealing));
    const passwordHash = this.sealing.seal(id, await this.passwords.hash(password));
    const by = { ...asked, actor: id };
    await this.accounts.decide(id, (state) => {
      if (!state || state.isClosed || !this.tokens.isGood(token, 'reset-password', resetContext(state)))
        throw brokenLink();
      const changed = accountEvent(
        'account.PasswordChanged.v1',
        { accountId: id, passwordHash, how: 'reset' },
        by,
      );
      // Who reads the mail owns the address.
      const proved = accountEvent('account.EmailVerified.v1', { accountId: id, emailHash }, by);
      return state.isVerified ? [changed] : [changed, proved];
    });
    await endAll(this.sessions, this.accounts, id, undefined, by);
  }
}

/** Changes the password of who is signed in; every other device is signed out. */
export class ChangePassword extends Command<void> {
  constructor(
    readonly accountId: string,
    readonly sessionId: string,
    readonly now: string | undefined,
    readonly next: string,
    readonly asked: Asker,
  ) {
    super();
  }
}

@CommandHandler(ChangePassword)
export class ChangePasswordHandler implements ICommandHandler<ChangePassword> {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly sealing: Sealing,
    private readonly sessions: SessionStore,
  ) {}

  async execute({ accountId, sessionId, now, next, asked }: ChangePassword): Promise<void> {
    const account = await this.accounts.byId(accountId);
    const known = account?.passwordHash ? this.sealing.open(account.passwordHash) : undefined;
    if (known !== undefined && !(await this.passwords.isRight(now ?? '', known)))
      throw Problem.ofField('currentPassword', 'is not your password');
    if (account) refuseWeakPassword(next, 'password', wordsOf(account, this.sealing));
    const passwordHash = this.sealing.seal(accountId, await this.passwords.hash(next));
    await this.accounts.decide(accountId, (state) => {
      if (state?.passwordHash !== account?.passwordHash)
        throw new Problem('conflict', 'The password was changed meanwhile.');
      return [accountEvent('account.PasswordChanged.v1', { accountId, passwordHash, how: 'changed' }, asked)];
    });
    await endAll(this.sessions, this.accounts, accountId, sessionId, asked);
  }
}

const wordsOf = ({ email, name }: Account, sealing: Sealing): string[] =>
  [email, name].flatMap((text) => sealing.open(text) ?? []);

async function endAll(
  sessions: SessionStore,
  accounts: Accounts,
  accountId: string,
  but: string | undefined,
  asked: Asker,
): Promise<void> {
  const ended = await sessions.end(accountId, but === undefined ? {} : { but });
  const events = ended.map((sessionId) =>
    accountEvent(
      'account.SessionEnded.v1',
      { accountId, sessionId, why: 'password-changed' },
      asked,
      sessionId,
    ),
  );
  if (events.length > 0) await accounts.decide(accountId, () => events);
}
