import { randomUUID } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { AnyNewEvent, EventLog } from '../../../event-log/event-log.js';
import { SubjectErased } from '../../platform/privacy/key-ring.js';
import { Sealing } from '../../platform/privacy/sealing.js';
import { EVENT_LOG } from '../../platform/tokens.js';
import { byPerson, searchHistoryStream } from './search-history.stream.js';
import type { WaitingSearch } from './typed-searches.js';

/** Searches of one person, as one append. */
export class KeepSearches extends Command<void> {
  constructor(
    readonly accountId: string,
    readonly searches: readonly WaitingSearch[],
  ) {
    super();
  }
}

@CommandHandler(KeepSearches)
export class KeepSearchesHandler implements ICommandHandler<KeepSearches> {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    private readonly sealing: Sealing,
  ) {}

  async execute({ accountId, searches }: KeepSearches): Promise<void> {
    try {
      const events = searches.map((search) => this.kept(search));
      // There is no rule to check and nothing is ever repeated: an append without an answer is given up.
      await this.log.append(searchHistoryStream(accountId), 'any', events);
    } catch (error) {
      // They were erased in the meantime, and nothing more is kept of them.
      if (!(error instanceof SubjectErased)) throw error;
    }
  }

  private kept({
    accountId,
    workspaceId,
    searchId,
    requestId,
    at,
    query,
    filters,
    found,
  }: WaitingSearch): AnyNewEvent {
    return {
      id: randomUUID(),
      type: 'research.KeywordsSearched.v1',
      data: {
        accountId,
        workspaceId,
        searchId,
        query: this.sealing.seal(accountId, query),
        filters,
        ...(found.asOf === undefined ? {} : { asOf: found.asOf }),
        resultCount: found.resultCount,
        match: found.match,
        top: this.sealing.seal(accountId, JSON.stringify(found.top)),
      },
      metadata: byPerson({ requestId, actor: accountId, at }),
    };
  }
}
