import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asked } from '../../../contracts/events/asked.js';
import type { EventLog } from '../../../event-log/event-log.js';
import { Quotas } from '../../platform/quotas/quotas.js';
import { EVENT_LOG } from '../../platform/tokens.js';
import { decideUntrack } from './tracked-keyword.decider.js';
import { decideOn } from './tracked-keyword.stream.js';

/** Answers undefined where this workspace does not track such a keyword. */
export class UntrackKeyword extends Command<{ position: string } | undefined> {
  constructor(
    readonly id: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

@CommandHandler(UntrackKeyword)
export class UntrackKeywordHandler implements ICommandHandler<UntrackKeyword> {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    private readonly quotas: Quotas,
  ) {}

  async execute({ id, asked }: UntrackKeyword): Promise<{ position: string } | undefined> {
    const isTheirs = (owner: string | undefined) => owner === asked.workspace;
    const { before, position } = await decideOn(this.log, id, (state) =>
      isTheirs(state.tracked?.workspace) ? decideUntrack(state, asked) : [],
    );
    if (!isTheirs(before.tracked?.workspace) || position === undefined) return undefined;
    await this.quotas.release('trackedKeywords', asked.workspace, id);
    return { position: String(position) };
  }
}
