import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Log } from '../../platform/observability/log.js';
import { LOG } from '../../platform/tokens.js';
import { KeepSearches } from './keep-searches.command.js';
import { FindRefusals } from './find-refusals.query.js';
import { QUIET_MS, TypedSearches, type NoticedSearch, type WaitingSearch } from './typed-searches.js';

const TOO_FAST = 'too fast';

/**
 * Writes searches down after their answers have left, those of a person within half a second as one append. What waits is written at
 * shutdown; a process that is killed loses the last half second of history, and one whose store does not answer loses what it could not
 * write: nobody waits for a history, so it is worth no more than that.
 */
@Injectable()
export class WaitingSearches implements BeforeApplicationShutdown {
  private readonly typed = new TypedSearches(randomUUID);
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();
  private dropped = 0;

  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Never throws: the answer has left. What is not kept is not even read. */
  notice(accountId: string, query: string, read: () => NoticedSearch | undefined): void {
    try {
      this.writeSoon();
      const search = this.typed.mayKeep(accountId, query) ? read() : TOO_FAST;
      if (!search) return;
      if (search === TOO_FAST || !this.typed.notice(search, performance.now())) this.dropped += 1;
    } catch (error) {
      this.log.write('warn', 'a search could not be read for the history', { error });
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.writing;
    await this.write(this.typed.take());
  }

  private writeSoon(): void {
    if (this.timer !== undefined) return;
    this.timer = setTimeout(() => {
      this.writing = this.write(this.typed.take(performance.now())).finally(() => {
        this.timer = undefined;
        if (!this.typed.isEmpty) this.writeSoon();
      });
    }, QUIET_MS).unref();
  }

  private async write(searches: readonly WaitingSearch[]): Promise<void> {
    if (this.dropped > 0)
      this.log.write('warn', 'searches came too fast to be kept', { count: this.dropped });
    this.dropped = 0;
    if (searches.length === 0) return;
    try {
      const byPerson = Map.groupBy(searches, ({ accountId }) => accountId);
      const refused = await this.queries.execute(new FindRefusals([...byPerson.keys()]));
      const appends = [...byPerson]
        .filter(([accountId]) => !refused.has(accountId))
        .map(([accountId, theirs]) => this.commands.execute(new KeepSearches(accountId, theirs)));
      const failed = (await Promise.allSettled(appends)).find(({ status }) => status === 'rejected');
      if (failed?.status === 'rejected') throw failed.reason;
    } catch (error) {
      this.log.write('warn', 'searches were not kept', { count: searches.length, error });
    }
  }
}
