import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asked } from '../../../../contracts/events/asked.js';
import { KeyRing } from '../../../platform/privacy/key-ring.js';
import { decideRevocation } from '../workspace.decider.js';
import type { WorkspaceChanged } from '../workspaces.dto.js';
import { Workspaces } from '../workspaces.js';

/** The link that was sent makes nobody a member any more, and the address is forgotten. */
export class RevokeInvitation extends Command<WorkspaceChanged> {
  constructor(
    readonly by: string,
    readonly invitationId: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

@CommandHandler(RevokeInvitation)
export class RevokeInvitationHandler implements ICommandHandler<RevokeInvitation> {
  constructor(
    private readonly workspaces: Workspaces,
    private readonly ring: KeyRing,
  ) {}

  async execute({ by, invitationId, asked }: RevokeInvitation): Promise<WorkspaceChanged> {
    const { position } = await this.workspaces.change(asked.workspace, (workspace) =>
      decideRevocation(workspace, { by, invitationId }, asked),
    );
    this.ring.destroy(invitationId);
    return { position };
  }
}
