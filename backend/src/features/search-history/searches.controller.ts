import { Controller, Delete, Get, Param, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Asked } from '../../../contracts/events/asked.js';
import { FreshReads } from '../../platform/database/fresh-reads.js';
import { Answers, MayFail } from '../../platform/http/api-docs.js';
import { IdParam, PageQuery } from '../../platform/http/paging.dto.js';
import { Problem } from '../../platform/http/problem.js';
import { Access, AskedBy, CalledBy } from '../../platform/security/access.js';
import type { Caller } from '../../platform/security/caller.js';
import { FindSearch } from './find-search.query.js';
import { ForgetSearches } from './forget-searches.command.js';
import { ListSearches } from './list-searches.query.js';
import { SEARCH_HISTORY } from './search-history.projection.js';
import { forgottenSchema, searchPageSchema, type SearchPage } from './searches.dto.js';

/** One's own searches, whatever the workspace: nobody else sees them, the owner of the workspace neither. */
@ApiTags('Search history')
@Access('person')
@Controller('me/searches')
export class SearchesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly fresh: FreshReads,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listSearches',
    summary: 'What you searched for, the newest first',
    description:
      'Searches of a signed-in person are kept for as long as the plan says, unless they withdrew the consent `search-history`; a search appears about a second after it was answered. Text that is typed letter by letter is one search.',
  })
  @Answers(200, 'A page of searches.', searchPageSchema)
  @MayFail()
  async list(@Query() query: PageQuery, @CalledBy() { accountId }: Caller): Promise<SearchPage> {
    return this.queries.execute(new ListSearches(accountId, query.limit, query.cursor, query.minPosition));
  }

  @Delete(':id')
  @ApiOperation({ operationId: 'deleteSearch', summary: 'Forget one search' })
  @Answers(200, 'It is forgotten.', forgottenSchema)
  @MayFail('not-found')
  async delete(
    @Param() { id }: IdParam,
    @CalledBy() { accountId }: Caller,
    @AskedBy() asked: Asked,
  ): Promise<{ position: string }> {
    const isTheirs = await this.queries.execute(new FindSearch(accountId, id));
    if (!isTheirs) throw new Problem('not-found', 'There is no such search in your history.');
    return this.forget(new ForgetSearches(accountId, id, asked));
  }

  @Delete()
  @ApiOperation({ operationId: 'clearSearches', summary: 'Forget all of your searches' })
  @Answers(200, 'They are forgotten.', forgottenSchema)
  @MayFail()
  async clear(@CalledBy() { accountId }: Caller, @AskedBy() asked: Asked): Promise<{ position: string }> {
    return this.forget(new ForgetSearches(accountId, undefined, asked));
  }

  private async forget(command: ForgetSearches): Promise<{ position: string }> {
    const forgotten = await this.commands.execute(command);
    // Whoever lists right away should not find it, with or without minPosition.
    await this.fresh.waitFor(SEARCH_HISTORY, forgotten.position);
    return forgotten;
  }
}
