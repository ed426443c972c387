import { randomUUID } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asked } from '../../../contracts/events/asked.js';
import type { AnyNewEvent, EventLog } from '../../../event-log/event-log.js';
import { EVENT_LOG } from '../../platform/tokens.js';
import { byPerson, searchHistoryStream } from './search-history.stream.js';

/** One search, or without an id all of them. */
export class ForgetSearches extends Command<{ position: string }> {
  constructor(
    readonly accountId: string,
    readonly searchId: string | undefined,
    readonly asked: Asked,
  ) {
    super();
  }
}

@CommandHandler(ForgetSearches)
export class ForgetSearchesHandler implements ICommandHandler<ForgetSearches> {
  constructor(@Inject(EVENT_LOG) private readonly log: EventLog) {}

  async execute({ accountId, searchId, asked }: ForgetSearches): Promise<{ position: string }> {
    const metadata = byPerson(asked);
    const event: AnyNewEvent =
      searchId === undefined
        ? { id: randomUUID(), type: 'research.SearchHistoryCleared.v1', data: { accountId }, metadata }
        : { id: randomUUID(), type: 'research.SearchDeleted.v1', data: { accountId, searchId }, metadata };
    // Forgetting twice is forgetting: no need to read years of searches for the revision.
    const { position } = await this.log.append(searchHistoryStream(accountId), 'any', [event]);
    return { position: String(position) };
  }
}
