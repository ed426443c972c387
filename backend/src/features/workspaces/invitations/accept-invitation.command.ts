import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asked } from '../../../../contracts/events/asked.js';
import { ProjectionTables } from '../../../platform/database/projection-tables.js';
import { Problem } from '../../../platform/http/problem.js';
import { KeyRing } from '../../../platform/privacy/key-ring.js';
import { MailTokens } from '../../../platform/privacy/mail-tokens.js';
import { MEMBERS_MODEL } from '../members.projection.js';
import { People } from '../people.query.js';
import { decideAcceptance } from '../workspace.decider.js';
import type { Joined } from '../workspaces.dto.js';
import { Workspaces } from '../workspaces.js';

/** Makes whoever is signed in a member, by the link that was mailed to their address. */
export class AcceptInvitation extends Command<Joined> {
  constructor(
    readonly accountId: string,
    readonly token: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

@CommandHandler(AcceptInvitation)
export class AcceptInvitationHandler implements ICommandHandler<AcceptInvitation> {
  constructor(
    private readonly workspaces: Workspaces,
    private readonly tables: ProjectionTables,
    private readonly people: People,
    private readonly tokens: MailTokens,
    private readonly ring: KeyRing,
  ) {}

  /** @throws Problem 400 for a link that is not good, 403 where it was sent to another address, 409 where it has expired */
  async execute({ accountId, token, asked }: AcceptInvitation): Promise<Joined> {
    const invitationId = this.tokens.subjectOf(token, 'invitation');
    const workspaceId = invitationId && (await this.workspaceOf(invitationId));
    const account = await this.people.standingOf(accountId);
    if (!invitationId || !workspaceId || !account) throw brokenLink();
    const { emailHash } = account;
    const { before, position } = await this.workspaces.change(workspaceId, (workspace) => {
      const invitation = workspace.invitations.get(invitationId);
      // The link came by mail, so whoever has it reads the mails of the invited address: nothing more is to be proved.
      if (!invitation || !this.tokens.isGood(token, 'invitation', invitation.emailHash)) throw brokenLink();
      return decideAcceptance(workspace, { accountId, invitationId, emailHash }, asked);
    });
    const role = before.members.get(accountId) ?? before.invitations.get(invitationId)?.role;
    if (role === undefined) throw brokenLink();
    this.ring.destroy(invitationId);
    return { workspaceId, role, position };
  }

  /** The link names the invitation alone. */
  private async workspaceOf(invitationId: string): Promise<string | undefined> {
    const [found] = await this.tables.read<{ workspaceId: string }>(
      MEMBERS_MODEL,
      (schema) => `select workspace_id as "workspaceId" from ${schema}.invitations where id = $1`,
      [invitationId],
    );
    return found?.workspaceId;
  }
}

const brokenLink = (): Problem =>
  Problem.ofField('token', 'this link is not good any more: ask to be invited again');
