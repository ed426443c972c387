import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asked } from '../../../contracts/events/asked.js';
import type { EventLog } from '../../../event-log/event-log.js';
import { Quotas } from '../../platform/quotas/quotas.js';
import { EVENT_LOG } from '../../platform/tokens.js';
import { decideTrack, idOf, type WatchedKeyword } from './tracked-keyword.decider.js';
import { decideOn } from './tracked-keyword.stream.js';

export class TrackKeyword extends Command<{ id: string; position: string }> {
  constructor(
    readonly wanted: WatchedKeyword,
    readonly asked: Asked,
  ) {
    super();
  }
}

@CommandHandler(TrackKeyword)
export class TrackKeywordHandler implements ICommandHandler<TrackKeyword> {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    private readonly quotas: Quotas,
  ) {}

  async execute({ wanted, asked }: TrackKeyword): Promise<{ id: string; position: string }> {
    const id = idOf(wanted);
    await this.quotas.hold('trackedKeywords', asked.workspace, id);
    const { position } = await this.append(id, wanted, asked);
    return { id, position: String(position ?? 0n) };
  }

  private async append(id: string, wanted: WatchedKeyword, asked: Asked) {
    try {
      return await decideOn(this.log, id, (state) => decideTrack(state, wanted, asked));
    } catch (error) {
      // Whether it was written may not be known: what is then counted twice is counted anew within minutes.
      await this.quotas.release('trackedKeywords', asked.workspace, id);
      throw error;
    }
  }
}
