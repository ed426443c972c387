import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asker } from '../../../../contracts/events/asked.js';
import type { DataOf } from '../../../../contracts/events/catalogue.js';
import type { AnyNewEvent } from '../../../../event-log/event-log.js';
import { FreshReads } from '../../../platform/database/fresh-reads.js';
import { Problem } from '../../../platform/http/problem.js';
import { Sealing } from '../../../platform/privacy/sealing.js';
import { accountEvent, type Account } from '../account.decider.js';
import { Accounts } from '../accounts.js';
import { ACCOUNTS } from '../accounts.projection.js';
import { Passwords } from '../signing-in/passwords.js';
import { SecondFactors } from '../signing-in/second-factors.js';
import { PendingSecrets } from './pending-secrets.js';
import { newRecoveryCodes } from './recovery-codes.js';

/** Turns the second factor on, with a code that proves that the authenticator has the secret. Answers with the recovery codes. */
export class EnableSecondFactor extends Command<readonly string[]> {
  constructor(
    readonly accountId: string,
    readonly code: string,
    readonly asked: Asker,
  ) {
    super();
  }
}

@CommandHandler(EnableSecondFactor)
export class EnableSecondFactorHandler implements ICommandHandler<EnableSecondFactor> {
  constructor(
    private readonly accounts: Accounts,
    private readonly secondFactors: SecondFactors,
    private readonly pending: PendingSecrets,
    private readonly sealing: Sealing,
    private readonly fresh: FreshReads,
  ) {}

  async execute({ accountId, code, asked }: EnableSecondFactor): Promise<readonly string[]> {
    await this.secondFactors.slowDown(accountId);
    const secret = await this.pending.find(accountId);
    if (secret === undefined)
      throw new Problem('not-possible-now', 'There is no secret to confirm, or it is too old: begin again.');
    if (!(await this.secondFactors.isGoodNow(accountId, secret, code)))
      throw Problem.ofField('code', 'is not what the authenticator shows now, or was used already');
    const codes = newRecoveryCodes();
    const recoveryCodeHashes = codes.map((one) => this.secondFactors.recoveryCodeHash(accountId, one));
    const enabled = enabledWith(
      { accountId, secret: this.sealing.seal(accountId, secret), recoveryCodeHashes },
      asked,
    );
    const { position } = await this.accounts.decide(accountId, (state) => {
      if (!state || state.isClosed || state.secondFactor) throw isOnAlready();
      return [enabled];
    });
    await this.pending.forget(accountId);
    await this.fresh.waitFor(ACCOUNTS, String(position ?? 0n));
    return codes;
  }
}

/** Turns it off again. */
export class DisableSecondFactor extends Command<void> {
  constructor(
    readonly accountId: string,
    /** One of the two is enough. */
    readonly proof: { readonly password?: string | undefined; readonly code?: string | undefined },
    readonly asked: Asker,
  ) {
    super();
  }
}

@CommandHandler(DisableSecondFactor)
export class DisableSecondFactorHandler implements ICommandHandler<DisableSecondFactor> {
  constructor(
    private readonly accounts: Accounts,
    private readonly secondFactors: SecondFactors,
    private readonly passwords: Passwords,
    private readonly sealing: Sealing,
    private readonly fresh: FreshReads,
  ) {}

  async execute({ accountId, proof, asked }: DisableSecondFactor): Promise<void> {
    const account = await this.accounts.byId(accountId);
    if (!account?.secondFactor) throw isOff();
    if (proof.code !== undefined) await this.secondFactors.pass(account, proof.code, asked);
    else await this.checkPassword(account, proof.password);
    const disabled = accountEvent('account.SecondFactorDisabled.v1', { accountId }, asked);
    const { position } = await this.accounts.decide(accountId, (state) =>
      state?.secondFactor ? [disabled] : [],
    );
    await this.fresh.waitFor(ACCOUNTS, String(position ?? 0n));
  }

  private async checkPassword(account: Account, password: string | undefined): Promise<void> {
    if (password === undefined) throw Problem.ofField('code', 'send a code, or your password as password');
    // Guessing a password here is slowed like guessing a code.
    await this.secondFactors.slowDown(account.id);
    const known = account.passwordHash ? this.sealing.open(account.passwordHash) : undefined;
    if (!(await this.passwords.isRight(password, known)))
      throw Problem.ofField('password', 'is not your password');
  }
}

/** Ten new recovery codes; the old ones are good for nothing any more. */
export class RenewRecoveryCodes extends Command<readonly string[]> {
  constructor(
    readonly accountId: string,
    readonly code: string,
    readonly asked: Asker,
  ) {
    super();
  }
}

@CommandHandler(RenewRecoveryCodes)
export class RenewRecoveryCodesHandler implements ICommandHandler<RenewRecoveryCodes> {
  constructor(
    private readonly accounts: Accounts,
    private readonly secondFactors: SecondFactors,
  ) {}

  async execute({ accountId, code, asked }: RenewRecoveryCodes): Promise<readonly string[]> {
    const account = await this.accounts.byId(accountId);
    if (!account?.secondFactor) throw isOff();
    await this.secondFactors.pass(account, code, asked);
    const codes = newRecoveryCodes();
    const recoveryCodeHashes = codes.map((one) => this.secondFactors.recoveryCodeHash(accountId, one));
    await this.accounts.decide(accountId, (state) => {
      if (!state?.secondFactor) throw isOff();
      const { secret } = state.secondFactor;
      return [enabledWith({ accountId, secret, recoveryCodeHashes }, asked)];
    });
    return codes;
  }
}

/** Named after its codes, too: a request that gives itself the id of an earlier one must not get codes that are no fact. */
function enabledWith(
  data: Omit<DataOf<'account.SecondFactorEnabled.v1'>, 'recoveryCodesKeyedBy'>,
  asked: Asker,
): AnyNewEvent {
  const keyed = { ...data, recoveryCodesKeyedBy: 'key-ring' } as const;
  return accountEvent('account.SecondFactorEnabled.v1', keyed, asked, data.recoveryCodeHashes[0]);
}

export const isOnAlready = (): Problem =>
  new Problem('not-possible-now', 'Your account asks for a code already. Turn it off first.');
const isOff = (): Problem =>
  new Problem('not-possible-now', 'Your account asks for no code. Turn it on first.');
