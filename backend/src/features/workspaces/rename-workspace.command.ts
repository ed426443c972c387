import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asked } from '../../../contracts/events/asked.js';
import { Sealing } from '../../platform/privacy/sealing.js';
import { workspaceEvent } from './workspace.decider.js';
import type { WorkspaceChanged } from './workspaces.dto.js';
import { Workspaces } from './workspaces.js';

export class RenameWorkspace extends Command<WorkspaceChanged> {
  constructor(
    readonly name: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

@CommandHandler(RenameWorkspace)
export class RenameWorkspaceHandler implements ICommandHandler<RenameWorkspace> {
  constructor(
    private readonly workspaces: Workspaces,
    private readonly sealing: Sealing,
  ) {}

  async execute({ name, asked }: RenameWorkspace): Promise<WorkspaceChanged> {
    const { workspace: workspaceId } = asked;
    const renamed = workspaceEvent(
      'workspace.Renamed.v1',
      { workspaceId, name: this.sealing.seal(workspaceId, name) },
      asked,
    );
    const { position } = await this.workspaces.change(workspaceId, (workspace) =>
      this.sealing.open(workspace.name) === name ? [] : [renamed],
    );
    return { position };
  }
}
