import { Inject, Injectable } from '@nestjs/common';
import type { AnyNewEvent, EventLog } from '../../../event-log/event-log.js';
import { decideOn, told } from '../../platform/event-log/decide-on.js';
import { EVENT_LOG } from '../../platform/tokens.js';
import { evolve, workspaceStream, type Workspace, type WorkspaceState } from './workspace.decider.js';

/** Workspaces as the log has them at this moment. */
@Injectable()
export class Workspaces {
  constructor(@Inject(EVENT_LOG) private readonly log: EventLog) {}

  async byId(id: string): Promise<Workspace | undefined> {
    return (await told<WorkspaceState>(this.log, workspaceStream(id), undefined, evolve)).state;
  }

  /** @param decide throws where what is asked may not be */
  async decide(
    id: string,
    decide: (state: WorkspaceState) => readonly AnyNewEvent[],
  ): Promise<{ readonly before: WorkspaceState; readonly position: bigint | undefined }> {
    return decideOn<WorkspaceState>(this.log, workspaceStream(id), undefined, evolve, ({ state }) => decide(state));
  }
}
