import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Asked } from '../../../contracts/events/asked.js';
import { FreshReads } from '../../platform/database/fresh-reads.js';
import { Answers, MayFail, TakesIdempotencyKey } from '../../platform/http/api-docs.js';
import { IdParam, PageQuery } from '../../platform/http/paging.dto.js';
import { Problem } from '../../platform/http/problem.js';
import { Access, AskedBy } from '../../platform/security/access.js';
import { ListTrackedKeywords } from './list-tracked-keywords.query.js';
import { TrackKeyword } from './track-keyword.command.js';
import {
  TrackKeywordBody,
  trackedKeywordPageSchema,
  trackedSchema,
  untrackedSchema,
} from './tracked-keywords.dto.js';
import type { TrackedKeywordPage } from './tracked-keywords.dto.js';
import { TRACKED_KEYWORDS } from './tracked-keywords.projection.js';
import { UntrackKeyword } from './untrack-keyword.command.js';

@ApiTags('Tracked keywords')
@Access('tracking:read')
@Controller('tracked-keywords')
export class TrackedKeywordsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly fresh: FreshReads,
  ) {}

  @Access('tracking:write')
  @Post()
  @ApiOperation({
    summary: 'Have a keyword looked at now and as often as the plan says',
    operationId: 'trackKeyword',
  })
  @TakesIdempotencyKey()
  @Answers(201, 'It is tracked; a look follows. A repeat answers the same.', trackedSchema)
  @MayFail(
    'malformed-request',
    'too-large',
    'unsupported-media-type',
    'idempotency-key-reused',
    'quota-reached',
  )
  async track(
    @Body() { keyword, marketplace, country }: TrackKeywordBody,
    @AskedBy() asked: Asked,
  ): Promise<{ id: string; position: string }> {
    const wanted = { workspace: asked.workspace, keyword, marketplace, country };
    const tracked = await this.commands.execute(new TrackKeyword(wanted, asked));
    // Whoever lists right away should find it, with or without minPosition.
    await this.fresh.waitFor(TRACKED_KEYWORDS, tracked.position);
    return tracked;
  }

  @Get()
  @ApiOperation({ summary: 'What is tracked, the newest first', operationId: 'listTrackedKeywords' })
  @Answers(200, 'A page of tracked keywords.', trackedKeywordPageSchema)
  @MayFail()
  async list(@Query() query: PageQuery, @AskedBy() asked: Asked): Promise<TrackedKeywordPage> {
    return this.queries.execute(
      new ListTrackedKeywords(asked.workspace, query.limit, query.cursor, query.minPosition),
    );
  }

  @Access('tracking:write')
  @Delete(':id')
  @ApiOperation({ summary: 'Stop looking; what was seen stays', operationId: 'untrackKeyword' })
  @Answers(200, 'It is no longer tracked.', untrackedSchema)
  @MayFail('not-found')
  async untrack(@Param() { id }: IdParam, @AskedBy() asked: Asked): Promise<{ position: string }> {
    const done = await this.commands.execute(new UntrackKeyword(id, asked));
    if (!done) throw new Problem('not-found', 'No such keyword is tracked.');
    return done;
  }
}
