import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Asked } from '../../../../contracts/events/asked.js';
import { MayFail } from '../../../platform/http/api-docs.js';
import { IdParam } from '../../../platform/http/paging.dto.js';
import { Access, AskedBy } from '../../../platform/security/access.js';
import { AsOfQuery } from '../keyword/as-of.dto.js';
import { KeywordListingsDto } from './keyword-listings.dto.js';
import { GetKeywordListings } from './keyword-listings.query.js';

@ApiTags('keywords')
@Access('keywords:read')
@Controller('keywords')
export class KeywordListingsController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':id/listings')
  @ApiOperation({ operationId: 'getKeywordListings', summary: 'The listings of the newest good look' })
  @ApiOkResponse({ type: KeywordListingsDto })
  @MayFail('not-found')
  async get(
    @Param() { id }: IdParam,
    @Query() query: AsOfQuery,
    @AskedBy() { workspace }: Asked,
  ): Promise<KeywordListingsDto> {
    return this.queries.execute(new GetKeywordListings(id, workspace, query));
  }
}
