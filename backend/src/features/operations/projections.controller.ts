import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { MikroORM } from '@mikro-orm/postgresql';
import type { z } from 'zod';
import { cancelRebuild } from '../../../following/rebuild/cancel-rebuild.js';
import {
  acceptRebuild,
  RebuildRefused,
  requestRebuild,
  undoSwitch,
  UnknownProjection,
} from '../../../following/rebuild/rebuild-commands.js';
import { Answers, MayFail, TakesIdempotencyKey } from '../../platform/http/api-docs.js';
import { Problem } from '../../platform/http/problem.js';
import { Access } from '../../platform/security/access.js';
import { FollowersStatus } from './followers-status.query.js';
import {
  NameParam,
  projectionListSchema,
  projectionSchema,
  rebuildSchema,
  type ProjectionDto,
  type ProjectionListDto,
} from './operations.dto.js';

@ApiTags('Operations')
@Access('operations:read')
@Controller('projections')
export class ProjectionsController {
  constructor(
    private readonly orm: MikroORM,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'How far each read model and each reaction is, and what is being rebuilt',
    operationId: 'listProjections',
  })
  @Answers(200, 'All of them.', projectionListSchema)
  @MayFail()
  list(): Promise<ProjectionListDto> {
    return this.queries.execute(new FollowersStatus());
  }

  @Access('operations:write')
  @Post(':name/rebuild')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Build a read model anew beside the one that answers',
    description:
      'It switches by itself once it has caught up. Asking again while one is under way changes nothing.',
    operationId: 'rebuildProjection',
  })
  @TakesIdempotencyKey()
  @Answers(202, 'The projector will begin.', rebuildSchema)
  @MayFail('not-found')
  async rebuild(@Param() { name }: NameParam): Promise<z.infer<typeof rebuildSchema>> {
    await worded(requestRebuild(this.orm, name));
    return { name, requested: true };
  }

  @Access('operations:write')
  @Post(':name/switch')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Let a build answer that is held',
    description:
      'A build with fewer rows than the one that answers is held until a person has looked at the difference. The one that answered is kept for undo.',
    operationId: 'switchProjection',
  })
  @TakesIdempotencyKey()
  @Answers(200, 'How it stands now.', projectionSchema)
  @MayFail('not-found', 'not-possible-now')
  async switch(@Param() { name }: NameParam): Promise<ProjectionDto> {
    await worded(acceptRebuild(this.orm, name));
    return this.standing(name);
  }

  @Access('operations:write')
  @Post(':name/undo')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Let the build answer again that answered before',
    description: 'The one that is left is kept, so undoing twice goes forward again.',
    operationId: 'undoProjectionSwitch',
  })
  @TakesIdempotencyKey()
  @Answers(200, 'How it stands now.', projectionSchema)
  @MayFail('not-found', 'not-possible-now')
  async undo(@Param() { name }: NameParam): Promise<ProjectionDto> {
    await worded(undoSwitch(this.orm, name));
    return this.standing(name);
  }

  @Access('operations:write')
  @Post(':name/cancel')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Give up the build that is being made',
    description:
      'Its tables are dropped; readers notice nothing. A request that has not begun is taken back.',
    operationId: 'cancelProjectionRebuild',
  })
  @TakesIdempotencyKey()
  @Answers(200, 'How it stands now.', projectionSchema)
  @MayFail('not-found', 'not-possible-now')
  async cancel(@Param() { name }: NameParam): Promise<ProjectionDto> {
    await worded(cancelRebuild(this.orm, name));
    return this.standing(name);
  }

  private async standing(name: string): Promise<ProjectionDto> {
    const { items } = await this.queries.execute(new FollowersStatus());
    const found = items.find((item) => item.name === name);
    if (!found) throw new Problem('not-found', `No projection is called ${name}.`);
    return found;
  }
}

/** What following refuses, as an answer that says why. */
async function worded(command: Promise<void>): Promise<void> {
  try {
    await command;
  } catch (error) {
    if (error instanceof UnknownProjection) throw new Problem('not-found', error.message);
    if (error instanceof RebuildRefused) throw new Problem('not-possible-now', error.message);
    throw error;
  }
}
