import { Controller, Get, Header, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Asked } from '../../../../contracts/events/asked.js';
import { MayFail } from '../../../platform/http/api-docs.js';
import { SearchQuota } from '../../../platform/quotas/search-quota.js';
import { Access, AskedBy } from '../../../platform/security/access.js';
import { KeywordPageDto, ListKeywordsQuery } from './list-keywords.dto.js';
import { ListKeywords } from './list-keywords.query.js';

@ApiTags('keywords')
@Access('keywords:read')
@Controller('keywords')
export class ListKeywordsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly searches: SearchQuota,
  ) {}

  /** The answer is JSON already: items leave as they are stored. */
  @Get()
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOperation({ operationId: 'listKeywords', summary: 'Search, filter and sort all keywords' })
  @ApiOkResponse({ type: KeywordPageDto })
  @MayFail('quota-reached')
  async list(
    @Query() query: ListKeywordsQuery,
    @AskedBy() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const [{ bytes, etag }] = await Promise.all([
      this.queries.execute(new ListKeywords(query, asked.workspace)),
      this.searches.count(asked, query.query),
    ]);
    void reply.header('etag', etag);
    return bytes;
  }
}
