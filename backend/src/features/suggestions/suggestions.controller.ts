import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Asked } from '../../../contracts/events/asked.js';
import { Answers, MayFail } from '../../platform/http/api-docs.js';
import { Access, AskedBy } from '../../platform/security/access.js';
import { ListSuggestions } from './list-suggestions.query.js';
import { suggestionListSchema, SuggestionsQuery, type SuggestionList } from './suggestions.dto.js';

@ApiTags('Suggestions')
@Access('keywords:read')
@Controller('suggestions')
export class SuggestionsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({
    summary: 'Keywords that begin with what was typed so far',
    description:
      'What the search boxes of marketplaces suggested, in their order, then the keywords that are known, the most searched first.',
    operationId: 'listSuggestions',
  })
  @Answers(200, 'Suggestions, the best first.', suggestionListSchema)
  @MayFail()
  async list(@Query() query: SuggestionsQuery, @AskedBy() { workspace }: Asked): Promise<SuggestionList> {
    return this.queries.execute(new ListSuggestions({ ...query, workspace }));
  }
}
