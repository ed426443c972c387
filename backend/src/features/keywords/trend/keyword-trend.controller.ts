import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Asked } from '../../../../contracts/events/asked.js';
import { MayFail } from '../../../platform/http/api-docs.js';
import { IdParam } from '../../../platform/http/paging.dto.js';
import { Access, AskedBy } from '../../../platform/security/access.js';
import { KeywordTrendDto, KeywordTrendQuery } from './keyword-trend.dto.js';
import { GetKeywordTrend } from './keyword-trend.query.js';

@ApiTags('keywords')
@Access('keywords:read')
@Controller('keywords')
export class KeywordTrendController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':id/trend')
  @ApiOperation({
    operationId: 'getKeywordTrend',
    summary: 'One metric of a keyword over time, with failed looks',
  })
  @ApiOkResponse({ type: KeywordTrendDto })
  @MayFail('not-found')
  async get(
    @Param() { id }: IdParam,
    @Query() query: KeywordTrendQuery,
    @AskedBy() { workspace }: Asked,
  ): Promise<KeywordTrendDto> {
    return this.queries.execute(new GetKeywordTrend(id, workspace, query));
  }
}
