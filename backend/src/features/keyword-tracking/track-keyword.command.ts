import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asked } from '../../../contracts/events/asked.js';
import type { EventLog } from '../../../event-log/event-log.js';
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
  constructor(@Inject(EVENT_LOG) private readonly log: EventLog) {}

  async execute({ wanted, asked }: TrackKeyword): Promise<{ id: string; position: string }> {
    const id = idOf(wanted);
    const { position } = await decideOn(this.log, id, (state) => decideTrack(state, wanted, asked));
    return { id, position: String(position ?? 0n) };
  }
}
