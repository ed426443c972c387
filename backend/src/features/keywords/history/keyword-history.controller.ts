import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Asked } from '../../../../contracts/events/asked.js';
import { MayFail } from '../../../platform/http/api-docs.js';
import { IdParam } from '../../../platform/http/paging.dto.js';
import { Access, AskedBy } from '../../../platform/security/access.js';
import { KeywordHistoryDto, KeywordHistoryQuery } from './keyword-history.dto.js';
import { GetKeywordHistory } from './keyword-history.query.js';

@ApiTags('keywords')
@Access('keywords:read')
@Controller('keywords')
export class KeywordHistoryController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':id/history')
  @ApiOperation({ operationId: 'getKeywordHistory', summary: 'The events behind a keyword, newest first' })
  @ApiOkResponse({ type: KeywordHistoryDto })
  @MayFail('not-found')
  async get(
    @Param() { id }: IdParam,
    @Query() query: KeywordHistoryQuery,
    @AskedBy() { workspace }: Asked,
  ): Promise<KeywordHistoryDto> {
    return this.queries.execute(new GetKeywordHistory(id, workspace, query));
  }
}
