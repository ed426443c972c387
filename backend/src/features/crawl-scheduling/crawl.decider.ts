import { v5 as uuidV5 } from 'uuid';
import { metadataOfAsked, type Asked } from '../../../contracts/events/asked.js';
import type { Country } from '../../../contracts/values/country.js';
import type { Marketplace } from '../../../contracts/values/marketplace.js';
import type { NewEvent } from '../../../event-log/event-log.js';

const NAMESPACE = 'b0c9a4d2-6e0f-4d0a-9c7b-2b8f5d1e7a36';
const PRODUCER = 'crawl-scheduling/1';

export interface WantedCrawl {
  /** New for each request, asking twice means looking twice; the same for the repeats of one. */
  readonly crawlId: string;
  readonly keyword: string;
  readonly country: Country;
  readonly marketplaces: readonly Marketplace[];
}

export const crawlStream = (crawlId: string): string => `crawl-${crawlId}`;

/** The looks of the crawl carry its id as their correlationId, and so does the request. */
export function decideCrawl(wanted: WantedCrawl, asked: Asked): NewEvent<'collection.CrawlRequested.v1'> {
  const { crawlId, keyword, country, marketplaces } = wanted;
  return {
    id: uuidV5(`${crawlId}|requested`, NAMESPACE),
    type: 'collection.CrawlRequested.v1',
    data: { crawlId, workspace: asked.workspace, keyword, country, marketplaces: [...marketplaces] },
    metadata: metadataOfAsked(asked, PRODUCER, crawlId),
  };
}
