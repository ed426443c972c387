import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asked } from '../../../../contracts/events/asked.js';
import type { Role } from '../../../../contracts/values/role.js';
import { Problem } from '../../../platform/http/problem.js';
import { Limits, type Limit } from '../../../platform/limits/limits.js';
import { KeyRing } from '../../../platform/privacy/key-ring.js';
import { Sealing } from '../../../platform/privacy/sealing.js';
import { Quotas } from '../../../platform/quotas/quotas.js';
import { People } from '../people.query.js';
import { decideInvitation } from '../workspace.decider.js';
import type { Invited } from '../workspaces.dto.js';
import { Workspaces } from '../workspaces.js';

const LASTS_MS = 7 * 24 * 3_600_000;
/** We write to strangers in the name of a workspace: enough for a team, too few for advertising. */
const INVITATIONS: Limit = { name: 'invitations', most: 30, perS: 3_600 };

/** Sends a link that makes the owner of an address a member. */
export class Invite extends Command<Invited> {
  constructor(
    readonly by: string,
    readonly email: string,
    readonly role: Role,
    readonly asked: Asked,
  ) {
    super();
  }
}

@CommandHandler(Invite)
export class InviteHandler implements ICommandHandler<Invite> {
  constructor(
    private readonly workspaces: Workspaces,
    private readonly people: People,
    private readonly sealing: Sealing,
    private readonly ring: KeyRing,
    private readonly limits: Limits,
    private readonly quotas: Quotas,
  ) {}

  /**
   * @throws Problem 402 where the plan has no room for one more; 403 where the address of whoever asks is unproved, or the role above
   * theirs; 409 for a member; 429
   */
  async execute({ by, email, role, asked }: Invite): Promise<Invited> {
    await this.requireProved(by);
    await this.slowDown(asked.workspace);
    const emailHash = this.people.fingerprintOf(email);
    const holder = await this.people.holderOf(emailHash);
    const plan = await this.quotas.planOf(asked.workspace);
    const invitationId = randomUUID();
    const invitation = {
      by,
      holder,
      invitationId,
      email: this.sealing.seal(invitationId, email),
      emailHash,
      role,
      expiresAt: new Date(Date.parse(asked.at) + LASTS_MS).toISOString(),
    };
    const { before, position } = await this.workspaces.change(asked.workspace, (workspace) =>
      decideInvitation(workspace, invitation, plan, asked),
    );
    for (const [id, replaced] of before.invitations)
      if (replaced.emailHash === emailHash) this.ring.destroy(id);
    return { id: invitationId, expiresAt: invitation.expiresAt, position };
  }

  private async requireProved(accountId: string): Promise<void> {
    const standing = await this.people.standingOf(accountId);
    if (!standing?.isVerified)
      throw new Problem(
        'email-unproved',
        'Confirm your address with the link that we sent you, then invite others.',
      );
  }

  private async slowDown(workspaceId: string): Promise<void> {
    const { isAllowed, retryAfterS } = await this.limits.take(INVITATIONS, workspaceId);
    if (!isAllowed)
      throw new Problem('too-many-requests', 'Too many invitations at once. Wait a moment and go on.', [], {
        'retry-after': String(retryAfterS),
      });
  }
}
