import { createHash, randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import type { Asker } from '../../../../contracts/events/asked.js';
import { rows } from '../../../../following/database/database.js';
import { Problem } from '../../../platform/http/problem.js';
import { Limits, type Limit } from '../../../platform/limits/limits.js';
import { Sealing } from '../../../platform/privacy/sealing.js';
import { CLOCK, type Clock } from '../../../platform/tokens.js';
import { accountEvent, type Account, type RecoveryCodeHashing } from '../account.decider.js';
import { Accounts } from '../accounts.js';
import { matchingStep, STEPS_OF_A_DAY } from './totp.js';

export type SecondFactorUsed = 'none' | 'totp' | 'recovery-code';

/** A million codes, three of them good at a time: whoever guesses must not get far. */
const TRIES: Limit = { name: 'second-factor', most: 6, perS: 300 };

/** Codes of an authenticator and recovery codes, each good once. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly accounts: Accounts,
    private readonly sealing: Sealing,
    private readonly limits: Limits,
    private readonly orm: MikroORM,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 401 where a code is needed and none, or a wrong one, was given */
  async pass(account: Account, code: string | undefined, asked: Asker): Promise<SecondFactorUsed> {
    const { secondFactor } = account;
    if (!secondFactor) return 'none';
    if (code === undefined)
      throw new Problem(
        'second-factor-needed',
        'Send the code of your authenticator, or a recovery code, as totp.',
      );
    await this.slowDown(account.id);
    const codeHash = this.recoveryCodeHash(account.id, code, secondFactor.recoveryCodeHashing);
    if (secondFactor.recoveryCodeHashes.includes(codeHash)) {
      await this.spend(account.id, codeHash, asked);
      return 'recovery-code';
    }
    const secret = this.sealing.open(secondFactor.secret);
    if (secret === undefined || !(await this.isGoodNow(account.id, secret, code))) throw wrongCode();
    return 'totp';
  }

  /** What is kept of a recovery code. Dashes and case do not matter. */
  recoveryCodeHash(accountId: string, code: string, hashing: RecoveryCodeHashing = 'keyed'): string {
    const text = `${accountId}|${code.replaceAll(/[\s-]/g, '').toLowerCase()}`;
    return hashing === 'keyed'
      ? this.sealing.fingerprint('recovery codes', text)
      : createHash('sha256').update(text).digest('base64url');
  }

  /** Whether the authenticator that holds the secret shows this code; it is used up by being asked. */
  async isGoodNow(accountId: string, secret: string, code: string): Promise<boolean> {
    const step = matchingStep(secret, code, this.clock());
    return step !== undefined && (await this.isFirstUse(accountId, step));
  }

  /** @throws Problem 429 */
  async slowDown(accountId: string): Promise<void> {
    const taken = await this.limits.take(TRIES, accountId);
    if (!taken.isAllowed)
      throw new Problem('too-many-requests', 'Too many wrong codes. Wait a moment and try again.', [], {
        'retry-after': String(taken.retryAfterS),
      });
  }

  private async spend(accountId: string, codeHash: string, asked: Asker): Promise<void> {
    // Not named after the request alone: two that give themselves the same id would be one event, and both pass.
    const used = accountEvent(
      'account.RecoveryCodeUsed.v1',
      { accountId, codeHash },
      { ...asked, actor: accountId },
      randomUUID(),
    );
    await this.accounts.decide(accountId, (state) => {
      // Two sign-ins at once: the code is good for one.
      if (!state?.secondFactor?.recoveryCodeHashes.includes(codeHash)) throw wrongCode();
      return [used];
    });
  }

  private async isFirstUse(accountId: string, step: number): Promise<boolean> {
    // Codes of yesterday are wrong anyway: what says that they were used is swept away here.
    const taken = await rows(
      this.orm,
      `with old as (delete from security.used_codes where account_id = $1 and step < $2 - ${STEPS_OF_A_DAY})
       insert into security.used_codes (account_id, step) values ($1, $2) on conflict do nothing returning step`,
      [accountId, step],
    );
    return taken.length === 1;
  }
}

const wrongCode = (): Problem =>
  new Problem('second-factor-needed', 'The code is wrong, or was used already.');
