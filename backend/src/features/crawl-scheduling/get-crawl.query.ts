import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { LookKind } from '../../../contracts/events/observation/failed/v1.js';
import { FreshReads } from '../../platform/database/fresh-reads.js';
import { ProjectionTables } from '../../platform/database/projection-tables.js';
import type { Crawl } from './crawls.dto.js';
import { CRAWLS } from './crawls.projection.js';

/** How a crawl goes; undefined where this workspace has no such crawl. */
export class GetCrawl extends Query<Crawl | undefined> {
  constructor(
    readonly workspace: string,
    readonly id: string,
    readonly minPosition?: string,
  ) {
    super();
  }
}

interface LookRow {
  readonly marketplace: Crawl['marketplaces'][number];
  readonly look: LookKind;
  readonly recorded: boolean;
  readonly reason: Crawl['failures'][number]['reason'] | null;
  readonly detail: string | null;
  readonly willRetry: boolean;
}

interface CrawlRow extends Pick<Crawl, 'id' | 'keyword' | 'country' | 'marketplaces' | 'requestedAt'> {
  readonly ended: 'finished' | 'failed' | null;
  readonly looks: readonly LookRow[];
}

const LOOKS_PER_MARKETPLACE = 2; // the results page and the suggestions

@QueryHandler(GetCrawl)
export class GetCrawlHandler implements IQueryHandler<GetCrawl> {
  constructor(
    private readonly tables: ProjectionTables,
    private readonly fresh: FreshReads,
  ) {}

  async execute({ workspace, id, minPosition }: GetCrawl): Promise<Crawl | undefined> {
    const freshness = await this.fresh.waitFor(CRAWLS, minPosition);
    const [row] = await this.tables.read<CrawlRow>(
      CRAWLS,
      (schema) => `
        select id, keyword, country, marketplaces, ended,
               to_char(requested_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "requestedAt",
               coalesce((select json_agg(json_build_object('marketplace', l.marketplace, 'look', l.look,
                           'recorded', l.recorded, 'reason', l.reason, 'detail', l.detail, 'willRetry', l.will_retry)
                           order by array_position(c.marketplaces, l.marketplace), l.look)
                         from ${schema}.crawl_looks l where l.crawl_id = c.id), '[]') as looks
          from ${schema}.crawls c
         where id = $1 and workspace = $2`,
      [id, workspace],
    );
    return row && { ...crawlOf(row), ...freshness };
  }
}

function crawlOf({ ended, looks, ...row }: CrawlRow): Crawl {
  const done = looks.filter((look) => look.recorded || !look.willRetry).length;
  const all = row.marketplaces.length * LOOKS_PER_MARKETPLACE;
  return {
    ...row,
    status: ended ?? (looks.length > 0 ? 'running' : 'queued'),
    progress: ended ? 1 : Math.min(1, done / all),
    observations: looks.filter((look) => look.recorded).length,
    failures: looks.flatMap(({ marketplace, look, reason, detail, willRetry }) =>
      reason === null
        ? []
        : [{ marketplace, look, reason, detail: detail ?? '', willRetry: willRetry && !ended }],
    ),
  };
}
