import { v5 as uuidV5 } from 'uuid';
import { z } from 'zod';
import { lookKindSchema, type LookKind } from '../events/observation/failed/v1.js';
import { countrySchema } from '../values/country.js';
import { keywordTextSchema, normalizeKeyword } from '../values/keyword.js';
import { marketplaceSchema, type Marketplace } from '../values/marketplace.js';

/** BullMQ queue of looks at marketplaces; its job names are `observe-keyword`, `observe-suggestions`, `finish-crawl`. */
export const LOOKS_QUEUE = 'looks';

/** One look at one page. The slot makes it unique: the crawl's id, or keyword and due time of a schedule. */
export const lookJobSchema = z.strictObject({
  look: lookKindSchema,
  marketplace: marketplaceSchema,
  country: countrySchema,
  keyword: keywordTextSchema,
  slot: z.string().min(1).max(200),
  /** Id of the crawl, or of the tracked keyword that asked. */
  correlationId: z.string().min(1).max(100),
  /** Id of the event that led to this look. */
  causationId: z.string().min(1).max(100),
});
export type LookJob = z.infer<typeof lookJobSchema>;

/** Parent of a crawl's looks: runs when all of them have ended. */
export const finishCrawlJobSchema = z.strictObject({
  crawlId: z.uuid(),
  causationId: z.string().min(1).max(100),
  /** Every look of the crawl, so that the outcome can be read from the log where a child's answer is lost. */
  looks: z.array(lookJobSchema).min(1),
});
export type FinishCrawlJob = z.infer<typeof finishCrawlJobSchema>;

export const LOOK_JOB_NAMES: Readonly<Record<LookKind, string>> = {
  search: 'observe-keyword',
  suggestions: 'observe-suggestions',
};
export const FINISH_CRAWL_JOB_NAME = 'finish-crawl';

/** A look is tried this often; each failed try is an event of its own. */
export const LOOK_ATTEMPTS = 3;
export const LOOK_BACKOFF_MS = 2_000;

const LOOK_NAMESPACE = '2f6d3c8a-7b1e-4d09-8e52-61c0a4f9b7d3';

/** The same for every retry of the same look; also the `<id>` of the stream `observation-<id>`. */
export function lookId(job: {
  look: LookKind;
  marketplace: Marketplace;
  country: string;
  keyword: string;
  slot: string;
}): string {
  return uuidV5(
    [job.look, job.marketplace, job.country, normalizeKeyword(job.keyword), job.slot].join('|'),
    LOOK_NAMESPACE,
  );
}

/** BullMQ refuses a colon in a job id. */
export const lookJobId = (job: LookJob): string => `look-${lookId(job)}`;
export const finishCrawlJobId = (crawlId: string): string => `finish-${crawlId}`;
