import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asker } from '../../../../contracts/events/asked.js';
import { emailSchema } from '../../../../contracts/values/email.js';
import { nameSchema } from '../../../../contracts/values/person-name.js';
import { FreshReads } from '../../../platform/database/fresh-reads.js';
import { Sealing } from '../../../platform/privacy/sealing.js';
import { MEMBERS, type Members } from '../../../platform/security/caller.js';
import { accountEvent, type Account } from '../account.decider.js';
import { Accounts } from '../accounts.js';
import { ACCOUNTS } from '../accounts.projection.js';
import { TERMS_VERSION } from '../registering/register.command.js';
import type { OpenedSession } from '../sessions/session-store.js';
import { SessionOpening, type Origin } from '../signing-in/session-opening.js';
import type { DanceProblem, ExternalIdentity } from './dance.js';
import { ExternalIdentities, type ReservedIdentity } from './external-identities.js';
import { SignInTickets } from './sign-in-tickets.js';

export type Entered =
  | { readonly kind: 'signed-in'; readonly session: OpenedSession }
  | { readonly kind: 'second-factor'; readonly ticket: string }
  | { readonly kind: 'refused'; readonly problem: DanceProblem };

/** Signs in who a provider says it is: into the account that is linked, or into a new one. Never into one that merely has the same address. */
export class Enter extends Command<Entered> {
  constructor(
    readonly identity: ExternalIdentity,
    readonly origin: Origin,
    readonly asked: Asker,
  ) {
    super();
  }
}

@CommandHandler(Enter)
export class EnterHandler implements ICommandHandler<Enter> {
  constructor(
    private readonly accounts: Accounts,
    private readonly identities: ExternalIdentities,
    private readonly opening: SessionOpening,
    private readonly tickets: SignInTickets,
    private readonly sealing: Sealing,
    private readonly fresh: FreshReads,
    @Inject(MEMBERS) private readonly members: Members,
  ) {}

  async execute({ identity, origin, asked }: Enter): Promise<Entered> {
    const reserved = this.identities.nameOf(identity);
    const known = await this.identities.accountOf(reserved);
    const account = known ?? (await this.register(identity, reserved, asked));
    if (typeof account === 'string') return { kind: 'refused', problem: account };
    // A registration that broke off before this goes on here.
    if ((await this.members.workspacesOf(account.id)).length === 0)
      await this.members.welcome(account.id, this.sealing.openOrErased(account.name), {
        ...asked,
        actor: account.id,
      });
    const { provider } = identity;
    if (account.secondFactor)
      return { kind: 'second-factor', ticket: this.tickets.issue(account.id, reserved) };
    const session = await this.opening.open(account, { how: provider, secondFactor: 'none', origin }, asked);
    return { kind: 'signed-in', session };
  }

  private async register(
    identity: ExternalIdentity,
    reserved: ReservedIdentity,
    asked: Asker,
  ): Promise<Account | DanceProblem> {
    const email = emailSchema.safeParse(identity.email);
    // An address without proof may be anybody's: it neither opens an account nor tells whether there is one.
    if (!identity.isEmailProved || !email.success) return 'email-unverified';
    // A second click at the same time may have opened it with this very identity.
    if (await this.accounts.byEmail(email.data))
      return (await this.identities.accountOf(reserved)) ?? 'account-exists';
    const emailHash = this.accounts.fingerprintOf(email.data);
    const accountId = await this.accounts.reserve(emailHash, asked);
    const by = { ...asked, actor: accountId };
    if (!(await this.identities.reserve(reserved, accountId, by))) return 'identity-taken';
    const seal = (text: string) => this.sealing.seal(accountId, text);
    const named = nameSchema.safeParse(identity.name);
    const name = named.success ? named.data : (email.data.split('@')[0] ?? email.data);
    const { provider } = identity;
    const events = [
      accountEvent(
        'account.Registered.v1',
        {
          accountId,
          emailHash,
          email: seal(email.data),
          name: seal(name),
          passwordHash: null,
          how: provider,
          locale: 'en',
        },
        by,
      ),
      accountEvent('account.EmailVerified.v1', { accountId, emailHash }, by),
      accountEvent('account.IdentityLinked.v1', { accountId, ...reserved }, by),
      accountEvent(
        'account.ConsentGiven.v1',
        { accountId, purpose: 'terms', textVersion: TERMS_VERSION },
        by,
      ),
    ];
    // Somebody may have registered the address a moment ago: then it is theirs.
    const { position } = await this.accounts.decide(accountId, (state) =>
      state === undefined ? events : [],
    );
    await this.fresh.waitFor(ACCOUNTS, String(position ?? 0n));
    const account = await this.identities.accountOf(reserved);
    return account ?? 'account-exists';
  }
}
