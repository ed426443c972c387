import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asker } from '../../../../contracts/events/asked.js';
import { Problem } from '../../../platform/http/problem.js';
import { Limits, type Limit } from '../../../platform/limits/limits.js';
import { Sealing } from '../../../platform/privacy/sealing.js';
import { Accounts } from '../accounts.js';
import type { OpenedSession } from '../sessions/session-store.js';
import { Passwords } from './passwords.js';
import { RefusedSignIns } from './refused-sign-ins.js';
import { SecondFactors } from './second-factors.js';
import { SessionOpening, type Origin } from './session-opening.js';

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Of the authenticator, or a recovery code. */
  readonly totp?: string | undefined;
}

export class SignIn extends Command<OpenedSession> {
  constructor(
    readonly credentials: Credentials,
    readonly origin: Origin,
    readonly asked: Asker,
  ) {
    super();
  }
}

/** An address that guesses is slowed, whoever it guesses at. */
const TRIES_OF_ADDRESS: Limit = { name: 'sign-in-address', most: 30, perS: 300 };
/** One address at one account: the owner at another address is never locked out by it. */
const TRIES_AT_ACCOUNT: Limit = { name: 'sign-in-account', most: 10, perS: 600 };

@CommandHandler(SignIn)
export class SignInHandler implements ICommandHandler<SignIn> {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly secondFactors: SecondFactors,
    private readonly opening: SessionOpening,
    private readonly sealing: Sealing,
    private readonly limits: Limits,
    private readonly refusals: RefusedSignIns,
  ) {}

  /** @throws Problem 401 without saying what was wrong, 429 where too many were */
  async execute({ credentials, origin, asked }: SignIn): Promise<OpenedSession> {
    const { email, password, totp } = credentials;
    const emailHash = this.accounts.fingerprintOf(email);
    const tries = triesOf(this.refusals.placeOf(origin), emailHash);
    const stranger = { how: 'password', origin, asked } as const;
    await this.refusals.watch(this.slowDown(tries), 'too-many', stranger);
    const account = await this.accounts.byEmail(email);
    const sealed = account?.passwordHash;
    const known = sealed ? this.sealing.open(sealed) : undefined;
    const isRight = await this.passwords.isRight(password, known);
    const attempt = { ...stranger, accountId: account?.id };
    if (!account || !isRight) {
      this.refusals.tell(account ? 'wrong-password' : 'no-such-account', attempt);
      throw wrong();
    }
    const secondFactor = await this.refusals.watch(
      this.secondFactors.pass(account, totp, asked),
      totp === undefined ? 'code-asked' : 'wrong-code',
      attempt,
    );
    // Only wrong ones count: whoever may sign in may do so often.
    for (const { limit, who } of tries) await this.limits.giveBack(limit, who);
    return this.opening.open(account, { how: 'password', secondFactor, origin }, asked);
  }

  private async slowDown(tries: readonly Try[]): Promise<void> {
    for (const { limit, who } of tries) {
      const taken = await this.limits.take(limit, who);
      if (taken.isAllowed) continue;
      const words = 'Too many wrong sign-ins from here. Wait a moment and try again.';
      throw new Problem('too-many-requests', words, [], { 'retry-after': String(taken.retryAfterS) });
    }
  }
}

interface Try {
  readonly limit: Limit;
  readonly who: string;
}

function triesOf(from: string, emailHash: string): readonly Try[] {
  return [
    { limit: TRIES_OF_ADDRESS, who: from },
    { limit: TRIES_AT_ACCOUNT, who: `${from}:${emailHash}` },
  ];
}

const wrong = (): Problem => new Problem('sign-in-needed', 'The address or the password is wrong.');
