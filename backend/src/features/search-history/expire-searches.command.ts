import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v5 as uuidV5 } from 'uuid';
import type { AnyNewEvent, EventLog } from '../../../event-log/event-log.js';
import { EVENT_LOG } from '../../platform/tokens.js';
import { byPerson, searchHistoryStream } from './search-history.stream.js';

const NAMESPACE = 'f2a7c3d8-4b1e-4f6a-9d05-7e8c1b2a3f64';
const ACTOR = 'search-history';

/** Takes out of the history of these persons what was searched before a moment. */
export class ExpireSearches extends Command<void> {
  constructor(
    readonly accountIds: readonly string[],
    /** ISO 8601. */
    readonly before: string,
    /** ISO 8601. */
    readonly at: string,
  ) {
    super();
  }
}

@CommandHandler(ExpireSearches)
export class ExpireSearchesHandler implements ICommandHandler<ExpireSearches> {
  constructor(@Inject(EVENT_LOG) private readonly log: EventLog) {}

  async execute({ accountIds, before, at }: ExpireSearches): Promise<void> {
    for (const accountId of accountIds) {
      const id = uuidV5(`${accountId}|${before}`, NAMESPACE);
      const event: AnyNewEvent = {
        id,
        type: 'research.SearchesExpired.v1',
        data: { accountId, before },
        metadata: byPerson({ requestId: id, actor: ACTOR, at }),
      };
      await this.log.append(searchHistoryStream(accountId), 'any', [event]);
    }
  }
}
