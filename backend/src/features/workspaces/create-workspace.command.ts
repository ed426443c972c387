import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asked } from '../../../contracts/events/asked.js';
import { Sealing } from '../../platform/privacy/sealing.js';
import { workspaceEvent } from './workspace.decider.js';
import type { WorkspaceMade } from './workspaces.dto.js';
import { Workspaces } from './workspaces.js';

/** One more workspace; who makes it owns it. */
export class CreateWorkspace extends Command<WorkspaceMade> {
  constructor(
    readonly accountId: string,
    readonly name: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

@CommandHandler(CreateWorkspace)
export class CreateWorkspaceHandler implements ICommandHandler<CreateWorkspace> {
  constructor(
    private readonly workspaces: Workspaces,
    private readonly sealing: Sealing,
  ) {}

  async execute({ accountId, name, asked }: CreateWorkspace): Promise<WorkspaceMade> {
    const id = randomUUID();
    const made = workspaceEvent(
      'workspace.Created.v1',
      { workspaceId: id, name: this.sealing.seal(id, name), ownerId: accountId },
      asked,
    );
    const { position } = await this.workspaces.decide(id, (state) => (state ? [] : [made]));
    return { id, position };
  }
}
