import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asker } from '../../../../contracts/events/asked.js';
import { Problem } from '../../../platform/http/problem.js';
import type { OpenedSession } from '../sessions/session-store.js';
import { RefusedSignIns } from '../signing-in/refused-sign-ins.js';
import { SecondFactors } from '../signing-in/second-factors.js';
import { SessionOpening, type Origin } from '../signing-in/session-opening.js';
import { ExternalIdentities } from './external-identities.js';
import { SignInTickets } from './sign-in-tickets.js';

/** The code that an account asks for after a provider has vouched for its owner. */
export class FinishEntering extends Command<OpenedSession> {
  constructor(
    readonly ticket: string,
    readonly totp: string,
    readonly origin: Origin,
    readonly asked: Asker,
  ) {
    super();
  }
}

@CommandHandler(FinishEntering)
export class FinishEnteringHandler implements ICommandHandler<FinishEntering> {
  constructor(
    private readonly identities: ExternalIdentities,
    private readonly tickets: SignInTickets,
    private readonly secondFactors: SecondFactors,
    private readonly opening: SessionOpening,
    private readonly refusals: RefusedSignIns,
  ) {}

  /** @throws Problem 400 where the ticket is not good any more, 401 where the code is not, 429 */
  async execute({ ticket, totp, origin, asked }: FinishEntering): Promise<OpenedSession> {
    const vouched = this.tickets.open(ticket);
    if (!vouched) throw oldTicket();
    const { provider, subjectHash } = vouched;
    const account = await this.identities.accountOf({ provider, subjectHash });
    // Unlinked meanwhile, or somebody else's by now.
    if (account?.id !== vouched.accountId) throw oldTicket();
    const attempt = { how: provider, origin, asked, accountId: account.id };
    const passing = this.secondFactors.pass(account, totp, asked);
    const secondFactor = await this.refusals.watch(passing, 'wrong-code', attempt);
    // Only now: a wrong code may be typed again.
    if (!(await this.tickets.isFirstUse(vouched))) throw oldTicket();
    return this.opening.open(account, { how: provider, secondFactor, origin }, asked);
  }
}

const oldTicket = (): Problem => Problem.ofField('ticket', 'is not good any more: sign in again');
