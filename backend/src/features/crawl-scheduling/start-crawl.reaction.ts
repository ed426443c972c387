import {
  FINISH_CRAWL_JOB_NAME,
  finishCrawlJobId,
  finishCrawlJobSchema,
  LOOK_JOB_NAMES,
  lookJobId,
  lookJobSchema,
  LOOKS_QUEUE,
  type LookJob,
} from '../../../contracts/jobs/looks.js';
import type { RecordedEvent } from '../../../event-log/event-log.js';
import type { Reaction } from '../../../following/reaction.js';
import { FINISH_JOB_OPTIONS, LOOK_JOB_OPTIONS, type LooksQueue } from '../../platform/queues/looks-queue.js';

type CrawlRequested = RecordedEvent<'collection.CrawlRequested.v1'>;

/** The results page and the suggestions of every marketplace asked for. */
export function looksOfCrawl({ id, data }: Pick<CrawlRequested, 'id' | 'data'>): LookJob[] {
  return data.marketplaces.flatMap((marketplace) =>
    (['search', 'suggestions'] as const).map((look) =>
      lookJobSchema.parse({
        look,
        marketplace,
        country: data.country,
        keyword: data.keyword,
        slot: data.crawlId,
        correlationId: data.crawlId,
        causationId: id,
      }),
    ),
  );
}

/**
 * A crawl that was asked for becomes one flow of jobs: its looks, and a last one when all of them have ended.
 * The ids of the jobs follow from the crawl, so doing this twice adds nothing.
 */
export const startCrawl = (queue: LooksQueue): Reaction => ({
  name: 'start-crawl',
  eventTypes: ['collection.CrawlRequested.v1'],
  async react(event) {
    if (event.type !== 'collection.CrawlRequested.v1') return;
    const { crawlId } = event.data;
    const looks = looksOfCrawl(event);
    await queue.flows.add({
      name: FINISH_CRAWL_JOB_NAME,
      queueName: LOOKS_QUEUE,
      data: finishCrawlJobSchema.parse({ crawlId, causationId: event.id, looks }),
      opts: { jobId: finishCrawlJobId(crawlId), ...FINISH_JOB_OPTIONS },
      children: looks.map((look) => ({
        name: LOOK_JOB_NAMES[look.look],
        queueName: LOOKS_QUEUE,
        data: look,
        // A look that fails for good must not keep the crawl from ending.
        opts: { jobId: lookJobId(look), ignoreDependencyOnFailure: true, ...LOOK_JOB_OPTIONS },
      })),
    });
  },
});
