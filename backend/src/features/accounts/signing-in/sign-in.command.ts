import { createHash, randomUUID } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asker } from '../../../../contracts/events/asked.js';
import { Problem } from '../../../platform/http/problem.js';
import { Limits, type Limit } from '../../../platform/limits/limits.js';
import { Sealing } from '../../../platform/privacy/sealing.js';
import { MEMBERS, type Members } from '../../../platform/security/caller.js';
import { accountEvent, type Account } from '../account.decider.js';
import { Accounts } from '../accounts.js';
import { SessionStore, type OpenedSession } from '../sessions/session-store.js';
import { Passwords } from './passwords.js';
import { SecondFactors, type SecondFactorUsed } from './second-factors.js';

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Of the authenticator, or a recovery code. */
  readonly totp?: string | undefined;
}

/** Where a request comes from. */
export interface Origin {
  readonly address: string;
  /** What the browser says it is. */
  readonly userAgent: string;
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
    private readonly sessions: SessionStore,
    private readonly sealing: Sealing,
    private readonly limits: Limits,
    @Inject(MEMBERS) private readonly members: Members,
  ) {}

  /** @throws Problem 401 without saying what was wrong, 429 where too many were */
  async execute({ credentials, origin, asked }: SignIn): Promise<OpenedSession> {
    const { email, password, totp } = credentials;
    const emailHash = this.accounts.fingerprintOf(email);
    await this.slowDown(origin, emailHash);
    const account = await this.accounts.byEmail(email);
    const sealed = account?.passwordHash;
    const known = sealed ? this.sealing.open(sealed) : undefined;
    const isRight = await this.passwords.isRight(password, known);
    if (!account || !isRight) throw wrong();
    const secondFactor = await this.secondFactors.pass(account, totp, asked);
    return this.open(account, 'password', secondFactor, origin, asked);
  }

  private async slowDown({ address }: Origin, emailHash: string): Promise<void> {
    const from = createHash('sha256').update(address).digest('base64url').slice(0, 22);
    const taken = [
      await this.limits.take(TRIES_OF_ADDRESS, from),
      await this.limits.take(TRIES_AT_ACCOUNT, `${from}:${emailHash}`),
    ];
    const refused = taken.find(({ isAllowed }) => !isAllowed);
    if (refused)
      throw new Problem('too-many-requests', 'Too many sign-ins from here. Wait a moment and try again.', [], {
        'retry-after': String(refused.retryAfterS),
      });
  }

  private async open(
    account: Account,
    how: 'password',
    secondFactor: SecondFactorUsed,
    origin: Origin,
    asked: Asker,
  ): Promise<OpenedSession> {
    const [last, member] = await Promise.all([
      this.sessions.lastWorkspace(account.id),
      this.members.workspacesOf(account.id),
    ]);
    const workspaceId = member.find((id) => id === last) ?? member[0];
    if (workspaceId === undefined) throw new Problem('unavailable', 'Your workspace is being made. Try again in a moment.');
    const device = this.sealing.seal(account.id, JSON.stringify(origin));
    const sessionId = randomUUID();
    const signedIn = accountEvent(
      'account.SignedIn.v1',
      { accountId: account.id, sessionId, how, secondFactor, device },
      { ...asked, actor: account.id },
    );
    await this.accounts.decide(account.id, (state) => {
      if (!state || state.isClosed) throw wrong();
      return [signedIn];
    });
    return this.sessions.open(account.id, workspaceId, device, sessionId);
  }
}

const wrong = (): Problem => new Problem('sign-in-needed', 'The address or the password is wrong.');
