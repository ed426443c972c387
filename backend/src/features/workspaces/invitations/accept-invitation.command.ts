import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asker } from '../../../../contracts/events/asked.js';
import { ProjectionTables } from '../../../platform/database/projection-tables.js';
import { Problem } from '../../../platform/http/problem.js';
import { KeyRing } from '../../../platform/privacy/key-ring.js';
import { MailTokens } from '../../../platform/privacy/mail-tokens.js';
import { ADDRESSES, type Addresses } from '../../../platform/security/caller.js';
import { Quotas } from '../../../platform/quotas/quotas.js';
import { MEMBERS_MODEL } from '../members.projection.js';
import { People } from '../people.query.js';
import { decideAcceptance, type Workspace } from '../workspace.decider.js';
import type { Joined } from '../workspaces.dto.js';
import { Workspaces } from '../workspaces.js';

/** Makes the account of the invited address a member, by the link that was mailed there. */
export class AcceptInvitation extends Command<Joined> {
  constructor(
    readonly token: string,
    /** The account whose access token came along, if one did. */
    readonly signedInAs: string | undefined,
    readonly asked: Asker,
  ) {
    super();
  }
}

interface Invited {
  readonly invitationId: string;
  readonly workspace: Workspace;
  readonly emailHash: string;
}

@CommandHandler(AcceptInvitation)
export class AcceptInvitationHandler implements ICommandHandler<AcceptInvitation> {
  constructor(
    private readonly workspaces: Workspaces,
    private readonly tables: ProjectionTables,
    private readonly people: People,
    private readonly tokens: MailTokens,
    private readonly ring: KeyRing,
    private readonly quotas: Quotas,
    @Inject(ADDRESSES) private readonly addresses: Addresses,
  ) {}

  /**
   * @throws Problem 400 for a link that is not good, 402 where the plan has no room for one more, 403 where somebody else is signed in or the address is unproved, 409 where nobody
   * has registered it or the invitation has expired
   */
  async execute({ token, signedInAs, asked }: AcceptInvitation): Promise<Joined> {
    const { invitationId, workspace, emailHash } = await this.invitedBy(token);
    const { accountId, isVerified } = await this.holderOf(emailHash, signedInAs);
    const by = { ...asked, actor: accountId };
    const plan = await this.quotas.planOf(workspace.id);
    const { before, position } = await this.workspaces.change(workspace.id, (now) =>
      decideAcceptance(now, { accountId, invitationId, emailHash }, plan, by),
    );
    const role = before.members.get(accountId) ?? before.invitations.get(invitationId)?.role;
    if (role === undefined) throw brokenLink();
    if (!isVerified) await this.addresses.proved(accountId, emailHash, by);
    this.ring.destroy(invitationId);
    return { workspaceId: workspace.id, role, position };
  }

  /** What the token proves: that somebody reads the mails of an address that was invited. */
  private async invitedBy(token: string): Promise<Invited> {
    const invitationId = this.tokens.subjectOf(token, 'invitation');
    const workspace = invitationId && (await this.workspaceOf(invitationId));
    const emailHash = workspace && (await this.addressOf(workspace, invitationId));
    if (!emailHash) throw brokenLink();
    if (this.tokens.isOver(token, 'invitation', emailHash))
      throw new Problem('not-possible-now', 'This invitation has expired: ask for a new one.');
    if (!this.tokens.isGood(token, 'invitation', emailHash)) throw brokenLink();
    return { invitationId, workspace, emailHash };
  }

  /** The link names the invitation alone. */
  private async workspaceOf(invitationId: string): Promise<Workspace | undefined> {
    const [found] = await this.tables.read<{ workspaceId: string }>(
      MEMBERS_MODEL,
      (schema) => `select workspace_id as "workspaceId" from ${schema}.invitations where id = $1`,
      [invitationId],
    );
    return found && this.workspaces.byId(found.workspaceId);
  }

  /** Of an invitation that stands, or that made somebody a member who still is one. */
  private async addressOf(
    { invitations, accepted }: Workspace,
    invitationId: string,
  ): Promise<string | undefined> {
    const invitation = invitations.get(invitationId);
    if (invitation) return invitation.emailHash;
    const accountId = accepted.get(invitationId);
    return accountId && (await this.people.standingOf(accountId))?.emailHash;
  }

  /**
   * Anybody can register an address that is not theirs, and wait until its owner is invited: an account that has not proved its address
   * joins by nothing but the link and its own sign-in together.
   */
  private async holderOf(
    emailHash: string,
    signedInAs: string | undefined,
  ): Promise<{ readonly accountId: string; readonly isVerified: boolean }> {
    const accountId = await this.people.holderOf(emailHash);
    const standing = accountId && (await this.people.standingOf(accountId));
    if (!standing)
      throw new Problem('account-needed', REGISTER_FIRST[signedInAs === undefined ? 'nobody' : 'another']);
    if (signedInAs !== undefined && signedInAs !== accountId)
      throw new Problem(
        'not-allowed',
        'This invitation was sent to another address than yours, which has an account of its own: sign out, and sign in with that one.',
      );
    if (signedInAs === undefined && !standing.isVerified)
      throw new Problem(
        'email-unproved',
        'The account of this address has not confirmed it: sign in with it and open the link again. If you did not make that account, choose a new password for it first.',
      );
    return { accountId, isVerified: standing.isVerified };
  }
}

/** By who opened the link. They have the mail, so they may know whether its address has an account; the address itself is not said. */
const REGISTER_FIRST = {
  nobody:
    'Nobody has registered the address that this invitation was sent to: register with it, then open the link again.',
  another:
    'This invitation was sent to another address than yours, which nobody has registered yet: sign out, and register with that one.',
} as const;

const brokenLink = (): Problem =>
  Problem.ofField(
    'token',
    'this link is not good (any more): it was used, taken back, replaced by a newer one, or cut off. Ask to be invited again',
  );
