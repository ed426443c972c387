import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { metadataOfAsked, type Asked } from '../../../../contracts/events/asked.js';
import type { AnyNewEvent, EventLog } from '../../../../event-log/event-log.js';
import { decideOn, told } from '../../../platform/event-log/decide-on.js';
import { Problem } from '../../../platform/http/problem.js';
import { Limits, type Limit } from '../../../platform/limits/limits.js';
import type { Log } from '../../../platform/observability/log.js';
import { Sealing } from '../../../platform/privacy/sealing.js';
import { MEMBERS, type Members } from '../../../platform/security/caller.js';
import { EVENT_LOG, LOG } from '../../../platform/tokens.js';
import { accountStream, eventIdFrom, evolvePerson, PRODUCER, type PersonState } from '../person.js';
import { Erasure } from './erasure.js';
import { isPasswordOf } from './is-password-of.js';
import {
  evolveShared,
  leavesOthersWithoutOwner,
  workspaceStream,
  type SharedWorkspaceState,
} from './shared-workspace.decider.js';

export type Erased = { readonly status: 'erased' | 'closed' };

/** Closes an account and erases its person. Answers `closed` where the rest takes longer; it is finished without them. */
export class EraseMe extends Command<Erased> {
  constructor(
    readonly accountId: string,
    readonly password: string | undefined,
    readonly asked: Asked,
  ) {
    super();
  }
}

const TRIES: Limit = { name: 'erase-account', most: 6, perS: 300 };

@CommandHandler(EraseMe)
export class EraseMeHandler implements ICommandHandler<EraseMe> {
  constructor(
    private readonly erasure: Erasure,
    private readonly sealing: Sealing,
    private readonly limits: Limits,
    @Inject(MEMBERS) private readonly members: Members,
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(LOG) private readonly lines: Log,
  ) {}

  /** @throws Problem 400 for a wrong password, 409 where others would be left without an owner, 429 */
  async execute({ accountId, password, asked }: EraseMe): Promise<Erased> {
    const { state } = await told<PersonState>(this.log, accountStream(accountId), undefined, evolvePerson);
    if (!state || state.closed) throw new Problem('sign-in-needed', 'This account is closed.');
    await this.requirePassword(state.passwordHash, accountId, password);
    for (const workspaceId of await this.members.workspacesOf(accountId))
      await this.requireLeavable(workspaceId, accountId);
    const { workspace: _none, ...by } = asked;
    const closed: AnyNewEvent = {
      id: eventIdFrom(asked.ownId ?? asked.requestId, accountId),
      type: 'account.Closed.v1',
      data: { accountId },
      metadata: metadataOfAsked(by, PRODUCER),
    };
    await decideOn<PersonState>(
      this.log,
      accountStream(accountId),
      undefined,
      evolvePerson,
      ({ state: now }) => (now && !now.closed ? [closed] : []),
    );
    try {
      await this.erasure.of(accountId);
      return { status: 'erased' };
    } catch (error) {
      this.lines.write('warn', 'an erasure is left to the reactor', { error });
      return { status: 'closed' };
    }
  }

  private async requirePassword(
    sealed: string | null,
    accountId: string,
    given: string | undefined,
  ): Promise<void> {
    const hash = sealed === null ? undefined : this.sealing.open(sealed);
    if (hash === undefined) return;
    const taken = await this.limits.take(TRIES, accountId);
    if (!taken.isAllowed)
      throw new Problem('too-many-requests', 'Too many wrong passwords. Wait a moment and try again.', [], {
        'retry-after': String(taken.retryAfterS),
      });
    if (given === undefined) throw Problem.ofField('password', 'is missing: an erasure is for ever');
    if (!(await isPasswordOf(hash, given))) throw Problem.ofField('password', 'is not your password');
  }

  private async requireLeavable(workspaceId: string, accountId: string): Promise<void> {
    const { state } = await told<SharedWorkspaceState>(
      this.log,
      workspaceStream(workspaceId),
      undefined,
      evolveShared,
    );
    if (!state || !leavesOthersWithoutOwner(state, accountId)) return;
    const name = this.sealing.openOrErased(state.name);
    throw new Problem(
      'not-possible-now',
      `You are the last owner of the workspace “${name}” (${workspaceId}), which has other members: make one of them an owner first.`,
    );
  }
}
