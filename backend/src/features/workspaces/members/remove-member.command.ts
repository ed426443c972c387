import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asked } from '../../../../contracts/events/asked.js';
import { decideRemoval } from '../workspace.decider.js';
import type { WorkspaceChanged } from '../workspaces.dto.js';
import { Workspaces } from '../workspaces.js';

/** Removes a member from the workspace of whoever asks; oneself: leaves. */
export class RemoveMember extends Command<WorkspaceChanged> {
  constructor(
    readonly removal: { readonly by: string; readonly accountId: string },
    readonly asked: Asked,
  ) {
    super();
  }
}

@CommandHandler(RemoveMember)
export class RemoveMemberHandler implements ICommandHandler<RemoveMember> {
  constructor(private readonly workspaces: Workspaces) {}

  async execute({ removal, asked }: RemoveMember): Promise<WorkspaceChanged> {
    const { position } = await this.workspaces.change(asked.workspace, (workspace) =>
      decideRemoval(workspace, removal, asked),
    );
    return { position };
  }
}
