import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Asked } from '../../../contracts/events/asked.js';
import { FreshReads } from '../../platform/database/fresh-reads.js';
import { Answers, MayFail, TakesIdempotencyKey } from '../../platform/http/api-docs.js';
import { FreshQuery, IdParam } from '../../platform/http/paging.dto.js';
import { Problem } from '../../platform/http/problem.js';
import { RequestName } from '../../platform/http/request-name.js';
import { Access, AskedBy } from '../../platform/security/access.js';
import { CRAWLS } from './crawls.projection.js';
import { crawlRequestedSchema, crawlSchema, RequestCrawlBody, type Crawl } from './crawls.dto.js';
import { GetCrawl } from './get-crawl.query.js';
import { RequestCrawl } from './request-crawl.command.js';

@ApiTags('Crawls')
@Access('crawls:read')
@Controller('crawls')
export class CrawlsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly fresh: FreshReads,
  ) {}

  @Access('crawls:write')
  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Look at a keyword now, on some marketplaces', operationId: 'requestCrawl' })
  @TakesIdempotencyKey()
  @Answers(202, 'It is recorded and will be done; ask for it by its id.', crawlRequestedSchema)
  @MayFail(
    'malformed-request',
    'too-large',
    'unsupported-media-type',
    'idempotency-key-reused',
    'quota-reached',
  )
  async request(
    @Body() { keyword, marketplaces, country }: RequestCrawlBody,
    @AskedBy() asked: Asked,
    @RequestName() name: string | undefined,
  ): Promise<{ id: string; position: string }> {
    const crawlId = name ?? randomUUID();
    const requested = await this.commands.execute(
      new RequestCrawl({ crawlId, keyword, marketplaces, country }, asked),
    );
    // Whoever asks for the crawl right away should find it, with or without minPosition.
    await this.fresh.waitFor(CRAWLS, requested.position);
    return requested;
  }

  @Get(':id')
  @ApiOperation({ summary: 'How a crawl goes', operationId: 'getCrawl' })
  @Answers(200, 'Its status, progress and failures.', crawlSchema)
  @MayFail('not-found')
  async get(
    @Param() { id }: IdParam,
    @Query() { minPosition }: FreshQuery,
    @AskedBy() asked: Asked,
  ): Promise<Crawl> {
    const crawl = await this.queries.execute(new GetCrawl(asked.workspace, id, minPosition));
    if (!crawl) throw new Problem('not-found', `No crawl has the id ${id}.`);
    return crawl;
  }
}
