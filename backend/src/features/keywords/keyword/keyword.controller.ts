import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Asked } from '../../../../contracts/events/asked.js';
import { MayFail } from '../../../platform/http/api-docs.js';
import { IdParam } from '../../../platform/http/paging.dto.js';
import { Access, AskedBy } from '../../../platform/security/access.js';
import { AsOfQuery } from './as-of.dto.js';
import { KeywordDto, ScoreDto } from './keyword.dto.js';
import { GetKeyword } from './keyword.query.js';

@ApiTags('keywords')
@ApiExtraModels(ScoreDto)
@Access('keywords:read')
@Controller('keywords')
export class KeywordController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':id')
  @ApiOperation({
    operationId: 'getKeyword',
    summary: 'One keyword, now or as it was known then',
    description:
      'Before anything was recorded of it, a known keyword has no metrics and `lastObservedAt` null.',
  })
  @ApiOkResponse({ type: KeywordDto })
  @MayFail('not-found')
  async get(
    @Param() { id }: IdParam,
    @Query() query: AsOfQuery,
    @AskedBy() { workspace }: Asked,
  ): Promise<KeywordDto> {
    return this.queries.execute(new GetKeyword(id, workspace, query.asOf, query.minPosition));
  }
}
