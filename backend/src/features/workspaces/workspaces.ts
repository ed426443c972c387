import { Inject, Injectable } from '@nestjs/common';
import { quotasOf } from '../../../contracts/values/plans.js';
import type { AnyNewEvent, EventLog } from '../../../event-log/event-log.js';
import { FreshReads } from '../../platform/database/fresh-reads.js';
import { decideOn, told } from '../../platform/event-log/decide-on.js';
import { Problem, type ProblemKind } from '../../platform/http/problem.js';
import { EVENT_LOG } from '../../platform/tokens.js';
import { MEMBERS_MODEL } from './members.projection.js';
import { full } from '../../platform/quotas/quotas.js';
import { NoRoom, Refusal, type RefusalKind } from './refusal.js';
import {
  evolve,
  existing,
  workspaceStream,
  type Workspace,
  type WorkspaceState,
} from './workspace.decider.js';

/** Workspaces as the log has them at this moment. */
@Injectable()
export class Workspaces {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    private readonly fresh: FreshReads,
  ) {}

  async byId(id: string): Promise<Workspace | undefined> {
    return (await told<WorkspaceState>(this.log, workspaceStream(id), undefined, evolve)).state;
  }

  /**
   * Answers once reads find what was decided, or after a second.
   * @param decide throws where what is asked may not be
   */
  async decide(
    id: string,
    decide: (state: WorkspaceState) => readonly AnyNewEvent[],
  ): Promise<{ readonly before: WorkspaceState; readonly position: string }> {
    const decided = await decideOn<WorkspaceState>(
      this.log,
      workspaceStream(id),
      undefined,
      evolve,
      ({ state }) => decide(state),
    ).catch((error: unknown) => {
      if (error instanceof NoRoom) throw full('members', error.plan, quotasOf(error.plan).members);
      throw error instanceof Refusal ? problemOf(error) : error;
    });
    const position = String(decided.position ?? 0n);
    await this.fresh.waitFor(MEMBERS_MODEL, position);
    return { before: decided.before, position };
  }

  /** Decides on one that is there. @throws Problem 404 where it is not, and what `decide` refuses */
  async change(
    id: string,
    decide: (workspace: Workspace) => readonly AnyNewEvent[],
  ): Promise<{ readonly before: Workspace; readonly position: string }> {
    const { before, position } = await this.decide(id, (state) => decide(existing(state)));
    return { before: existing(before), position };
  }
}

const ANSWERS: Readonly<Record<RefusalKind, readonly [ProblemKind, string]>> = {
  'no-workspace': ['not-found', 'There is no such workspace.'],
  'no-member': ['not-found', 'No such person is a member of this workspace.'],
  'no-invitation': ['not-found', 'There is no such invitation: it was accepted or taken back.'],
  'role-too-low': ['not-allowed', 'This needs the permission members:write, which your role does not have.'],
  'above-own-role': ['not-allowed', 'You cannot give or take a role above your own: ask an owner.'],
  'last-owner': [
    'not-possible-now',
    'This is the last owner, and a workspace needs one: make somebody else an owner first.',
  ],
  'sent-to-another': [
    'not-allowed',
    'This invitation was sent to another address: sign in with the account of that address.',
  ],
  'member-already': ['not-possible-now', 'This person is a member already: change their role instead.'],
  expired: ['not-possible-now', 'This invitation has expired: ask for a new one.'],
};

const problemOf = ({ kind }: Refusal): Problem => new Problem(...ANSWERS[kind]);
