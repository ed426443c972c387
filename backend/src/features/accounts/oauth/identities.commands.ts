import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asker } from '../../../../contracts/events/asked.js';
import { Problem } from '../../../platform/http/problem.js';
import { accountEvent, type Account, type Provider } from '../account.decider.js';
import { Accounts } from '../accounts.js';
import { SessionStore } from '../sessions/session-store.js';
import type { DanceProblem, ExternalIdentity, Purpose } from './dance.js';
import { ExternalIdentities } from './external-identities.js';

/** Lets an account be entered through a provider, too: asked for by its owner, who was signed in before they went there. */
export class LinkIdentity extends Command<DanceProblem | undefined> {
  constructor(
    readonly wanted: NonNullable<Purpose['link']>,
    readonly identity: ExternalIdentity,
    readonly asked: Asker,
  ) {
    super();
  }
}

@CommandHandler(LinkIdentity)
export class LinkIdentityHandler implements ICommandHandler<LinkIdentity> {
  constructor(
    private readonly accounts: Accounts,
    private readonly identities: ExternalIdentities,
    private readonly sessions: SessionStore,
  ) {}

  /** Answers with what stands in the way. */
  async execute({ wanted, identity, asked }: LinkIdentity): Promise<DanceProblem | undefined> {
    const { accountId, sessionId } = wanted;
    const account = await this.accounts.byId(accountId);
    // Signed out meanwhile: whoever sits there now need not be the one who asked.
    if (!account?.isVerified || (await this.sessions.isOpen(sessionId)) !== accountId)
      return 'sign-in-expired';
    const reserved = this.identities.nameOf(identity);
    const isThis = ({ subjectHash }: { subjectHash: string }) => subjectHash === reserved.subjectHash;
    if (account.identities.some(isThis)) return undefined;
    if (hasProvider(account, identity.provider)) return 'already-linked';
    const by = { ...asked, actor: accountId };
    if (!(await this.identities.reserve(reserved, accountId, by))) return 'identity-taken';
    const linked = accountEvent('account.IdentityLinked.v1', { accountId, ...reserved }, by, randomUUID());
    await this.accounts.decide(accountId, (state) => {
      if (!state || state.isClosed || state.identities.some(isThis)) return [];
      return hasProvider(state, identity.provider) ? [] : [linked];
    });
    return (await this.identities.accountOf(reserved))?.id === accountId ? undefined : 'already-linked';
  }
}

export class UnlinkIdentity extends Command<void> {
  constructor(
    readonly accountId: string,
    readonly provider: Provider,
    readonly asked: Asker,
  ) {
    super();
  }
}

@CommandHandler(UnlinkIdentity)
export class UnlinkIdentityHandler implements ICommandHandler<UnlinkIdentity> {
  constructor(
    private readonly accounts: Accounts,
    private readonly identities: ExternalIdentities,
  ) {}

  /** @throws Problem 404 where it is not linked, 409 where nobody could sign in any more */
  async execute({ accountId, provider, asked }: UnlinkIdentity): Promise<void> {
    const which = randomUUID();
    const { before } = await this.accounts.decide(accountId, (state) => {
      const linked = linkedTo(state, provider);
      if (!state || !linked) throw new Problem('not-found', 'Your account is not linked to this provider.');
      if (state.passwordHash === null && state.identities.length === 1)
        throw new Problem(
          'not-possible-now',
          'This is the only way into your account. Choose a password first.',
        );
      return [accountEvent('account.IdentityUnlinked.v1', { accountId, ...linked }, asked, which)];
    });
    const unlinked = linkedTo(before, provider);
    if (unlinked) await this.identities.release(unlinked, accountId, asked);
  }
}

const linkedTo = (account: Account | undefined, provider: Provider) =>
  account?.identities.find((linked) => linked.provider === provider);

const hasProvider = (account: Account, provider: Provider): boolean =>
  linkedTo(account, provider) !== undefined;
