import type { EventLog } from '../event-log/event-log.js';
import type { Reaction } from '../following/reaction.js';
import { CRAWLS } from './features/crawl-scheduling/crawls.projection.js';
import { crawlStream } from './features/crawl-scheduling/crawl.decider.js';
import { reactAgain } from './features/crawl-scheduling/react-to-newest.js';
import { TRACKED_KEYWORDS } from './features/keyword-tracking/tracked-keywords.projection.js';
import { trackedKeywordStream } from './features/keyword-tracking/tracked-keyword.decider.js';
import type { FreshReads } from './platform/database/fresh-reads.js';
import type { ProjectionTables } from './platform/database/projection-tables.js';

const ASK_AGAIN_MS = 1_000;

export interface QueueSources {
  readonly eventLog: EventLog;
  readonly tables: ProjectionTables;
  readonly fresh: FreshReads;
  readonly startCrawl: Reaction;
  readonly scheduleLooks: Reaction;
}

/**
 * Puts into the queues whatever they may lack, from what the log says: every crawl that has not ended, every keyword
 * that is tracked, in the rhythm of the plan that its workspace has by now. It is done by the very reactions that filled them, so what is there stays as it is. Waits until the
 * read models, which tell what is open, have caught up with the log.
 * @throws Error where the signal ended it
 */
export async function restoreQueues(sources: QueueSources, signal: AbortSignal): Promise<void> {
  const { eventLog, tables, fresh, startCrawl, scheduleLooks } = sources;
  // Whatever was put in before the loss came from an event before this place.
  const head = await eventLog.head();
  if (head === undefined) return;
  const idsOf = async (projection: string, sql: (schema: string) => string): Promise<string[]> => {
    while (!(await fresh.isAt(projection, head, ASK_AGAIN_MS))) signal.throwIfAborted();
    return (await tables.read<{ id: string }>(projection, sql)).map(({ id }) => id);
  };
  const tracked = await idsOf(TRACKED_KEYWORDS, (schema) => `select id from ${schema}.tracked_keywords`);
  await reactAgain(eventLog, tracked.map(trackedKeywordStream), scheduleLooks);
  const open = await idsOf(CRAWLS, (schema) => `select id from ${schema}.crawls where ended is null`);
  await reactAgain(eventLog, open.map(crawlStream), startCrawl);
}
