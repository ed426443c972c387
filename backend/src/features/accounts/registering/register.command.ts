import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asker } from '../../../../contracts/events/asked.js';
import { FreshReads } from '../../../platform/database/fresh-reads.js';
import { Sealing } from '../../../platform/privacy/sealing.js';
import { MEMBERS, type Members } from '../../../platform/security/caller.js';
import { accountEvent } from '../account.decider.js';
import { Accounts } from '../accounts.js';
import { ACCOUNTS } from '../accounts.projection.js';
import { Passwords } from '../signing-in/passwords.js';
import { refuseWeakPassword } from '../signing-in/weak-passwords.js';

export interface Registration {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly locale: 'en' | 'fr';
}

/** Answers the same, and does the same work, whether or not the address has an account: its owner is told by mail. */
export class Register extends Command<void> {
  constructor(
    readonly wanted: Registration,
    readonly asked: Asker,
  ) {
    super();
  }
}

@CommandHandler(Register)
export class RegisterHandler implements ICommandHandler<Register> {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly sealing: Sealing,
    private readonly fresh: FreshReads,
    @Inject(MEMBERS) private readonly members: Members,
  ) {}

  async execute({ wanted, asked }: Register): Promise<void> {
    const { email, password, name, locale } = wanted;
    refuseWeakPassword(password, 'password', [email, name]);
    const hash = await this.passwords.hash(password);
    const emailHash = this.accounts.fingerprintOf(email);
    const accountId = await this.accounts.reserve(emailHash, asked);
    const seal = (text: string) => this.sealing.seal(accountId, text);
    const registered = accountEvent(
      'account.Registered.v1',
      {
        accountId,
        emailHash,
        email: seal(email),
        name: seal(name),
        passwordHash: seal(hash),
        how: 'password',
        locale,
      },
      { ...asked, actor: accountId },
    );
    const agreed = accountEvent(
      'account.ConsentGiven.v1',
      { accountId, purpose: 'terms', textVersion: TERMS_VERSION },
      { ...asked, actor: accountId },
    );
    const repeated = accountEvent('account.SignUpRepeated.v1', { accountId }, asked);
    const { position } = await this.accounts.decide(accountId, (state) =>
      state === undefined ? [registered, agreed] : [repeated],
    );
    // Repeating it mends a registration that broke off before.
    await this.members.welcome(accountId, name, { ...asked, actor: accountId });
    await this.fresh.waitFor(ACCOUNTS, String(position ?? 0n));
  }
}

/** Of the terms that a person agrees to by registering. */
export const TERMS_VERSION = '2026-11';
