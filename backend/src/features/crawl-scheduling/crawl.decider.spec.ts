import { describe, expect, it } from '@jest/globals';
import { decideCrawl } from './crawl.decider.js';

const asked = { requestId: 'r-1', actor: 'visitor', workspace: 'demo', at: '2026-03-14T09:30:00.000Z' };
const wanted = {
  crawlId: '0f9a5a1e-6f4b-4f5e-9d0f-0a4f0f7b2c11',
  keyword: 'wedding planner',
  country: 'US',
  marketplaces: ['etsy', 'amazon'],
} as const;

describe('decideCrawl', () => {
  it('records what is asked for, by whom, and ties everything that follows to the crawl', () => {
    expect(decideCrawl(wanted, asked)).toMatchObject({
      type: 'collection.CrawlRequested.v1',
      data: { ...wanted, workspace: 'demo' },
      metadata: { correlationId: wanted.crawlId, causationId: 'r-1', occurredAt: asked.at, actor: 'visitor' },
    });
  });

  it('gives the event of one crawl one id, so that a repeated append is recognised', () => {
    expect(decideCrawl(wanted, asked).id).toBe(decideCrawl(wanted, { ...asked, requestId: 'r-2' }).id);
    const other = { ...wanted, crawlId: '5b1e7a36-6f4b-4f5e-9d0f-0a4f0f7b2c11' };
    expect(decideCrawl(other, asked).id).not.toBe(decideCrawl(wanted, asked).id);
  });
});
