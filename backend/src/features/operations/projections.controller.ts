import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { MikroORM } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { EventLog } from '../../../event-log/event-log.js';
import { requestRebuild, UnknownProjection } from '../../../following/rebuild/rebuild-commands.js';
import { projectionsStatus } from '../../../following/runner/projections-status.js';
import { Answers, MayFail, TakesIdempotencyKey } from '../../platform/http/api-docs.js';
import { Field } from '../../platform/http/field.js';
import { Problem } from '../../platform/http/problem.js';
import { Access } from '../../platform/security/access.js';
import { EVENT_LOG } from '../../platform/tokens.js';

const states = z.enum(['catching-up', 'running', 'retrying', 'stopped', 'held', 'unfollowed', 'degraded']);

const projectionSchema = z
  .object({
    name: z.string(),
    version: z.int(),
    build: z.int().describe('Which build of it answers; a rebuild makes the next one.'),
    position: z.string().nullable().describe('Place in the log up to which it is applied.'),
    lag: z.int().describe('How far that is behind the head of the log, in positions.'),
    eventsPerSecond: z.number(),
    status: states,
    error: z.string().optional(),
    rebuild: z
      .object({
        version: z.int(),
        build: z.int(),
        status: states,
        percent: z.number().min(0).max(100),
        eventsPerSecond: z.number(),
        etaS: z.number().nullable().describe('Seconds left at the pace so far.'),
        error: z.string().optional(),
      })
      .optional()
      .describe('The build that is being made beside it.'),
  })
  .meta({ id: 'Projection' });
const projectionListSchema = z.object({ items: z.array(projectionSchema) }).meta({ id: 'ProjectionList' });
const rebuildSchema = z
  .object({ name: z.string(), requested: z.literal(true) })
  .meta({ id: 'RebuildRequested' });

class NameParam {
  @Field(z.string().regex(/^[a-z][a-z0-9-]{0,47}$/, 'must be the name of a projection, such as keywords'), {
    description: 'Name of the projection.',
    example: 'keywords',
  })
  name!: string;
}

@ApiTags('Operations')
@Access('workspace')
@Controller('projections')
export class ProjectionsController {
  constructor(
    private readonly orm: MikroORM,
    @Inject(EVENT_LOG) private readonly eventLog: EventLog,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'How far each read model is, and what is being rebuilt',
    operationId: 'listProjections',
  })
  @Answers(200, 'All of them.', projectionListSchema)
  @MayFail()
  async list(): Promise<z.infer<typeof projectionListSchema>> {
    return { items: await projectionsStatus(this.orm, this.eventLog) };
  }

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
    try {
      await requestRebuild(this.orm, name);
    } catch (error) {
      if (error instanceof UnknownProjection) throw new Problem('not-found', error.message);
      throw error;
    }
    return { name, requested: true };
  }
}
