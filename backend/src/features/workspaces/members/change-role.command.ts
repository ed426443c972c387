import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asked } from '../../../../contracts/events/asked.js';
import type { Role } from '../../../../contracts/values/role.js';
import { decideRole } from '../workspace.decider.js';
import type { WorkspaceChanged } from '../workspaces.dto.js';
import { Workspaces } from '../workspaces.js';

/** Somebody may do more, or less, in the workspace of whoever asks. */
export class ChangeRole extends Command<WorkspaceChanged> {
  constructor(
    readonly change: { readonly by: string; readonly accountId: string; readonly role: Role },
    readonly asked: Asked,
  ) {
    super();
  }
}

@CommandHandler(ChangeRole)
export class ChangeRoleHandler implements ICommandHandler<ChangeRole> {
  constructor(private readonly workspaces: Workspaces) {}

  async execute({ change, asked }: ChangeRole): Promise<WorkspaceChanged> {
    const { position } = await this.workspaces.change(asked.workspace, (workspace) =>
      decideRole(workspace, change, asked),
    );
    return { position };
  }
}
