import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Asked } from '../../../contracts/events/asked.js';
import { Answers, MayFail, TakesIdempotencyKey } from '../../platform/http/api-docs.js';
import { fieldErrors } from '../../platform/http/field.js';
import { IdParam } from '../../platform/http/paging.dto.js';
import { Problem } from '../../platform/http/problem.js';
import { RequestName } from '../../platform/http/request-name.js';
import { Access, AskedBy } from '../../platform/security/access.js';
import {
  intakeAnswerSchema,
  PostObservationsBody,
  RetractBody,
  retractedSchema,
} from './observations.dto.js';
import { PostObservations, type IntakeAnswer } from './post-observations.command.js';
import { RetractObservation } from './retract-observation.command.js';
import { postedObservationSchema, type PostedObservation } from './posted-observation.js';

const MOST_ERRORS = 100;

@ApiTags('Observations')
@Access('keywords:read')
@Controller('observations')
export class ObservationsController {
  constructor(private readonly commands: CommandBus) {}

  @Access('observations:write')
  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Hand in figures that somebody else gives for keywords',
    description: 'All or none: one bad item and nothing is recorded.',
    operationId: 'postObservations',
  })
  @TakesIdempotencyKey()
  @Answers(202, 'What was recorded.', intakeAnswerSchema)
  @MayFail('malformed-request', 'too-large', 'unsupported-media-type', 'bad-item', 'idempotency-key-reused')
  async post(
    @Body() { observations }: PostObservationsBody,
    @AskedBy() asked: Asked,
    @RequestName() name: string | undefined,
  ): Promise<IntakeAnswer> {
    return this.commands.execute(new PostObservations(checked(observations), asked, name));
  }

  @Access('observations:write')
  @Delete(':id')
  @ApiOperation({
    summary: 'Take back a figure that was wrong',
    description: 'It counts no more from now on; what it said stays in the history, with the reason.',
    operationId: 'retractObservation',
  })
  @Answers(200, 'It counts no more. A repeat answers the same.', retractedSchema)
  @MayFail('malformed-request', 'not-found', 'too-large', 'unsupported-media-type')
  async retract(
    @Param() { id }: IdParam,
    @Body() { why }: RetractBody,
    @AskedBy() asked: Asked,
  ): Promise<{ position: string }> {
    const done = await this.commands.execute(new RetractObservation(id, why, asked));
    if (!done) throw new Problem('not-found', `You handed in no observation with the id ${id}.`);
    return done;
  }
}

/** @throws Problem 422 that names every wrong field of every bad item, up to a hundred */
function checked(items: readonly unknown[]): PostedObservation[] {
  const read = items.map((item) => postedObservationSchema.safeParse(item));
  const errors = read.flatMap((result, i) =>
    result.success ? [] : fieldErrors(result.error, `observations.${i}`),
  );
  const [first] = errors;
  if (first) throw new Problem('bad-item', `${first.path}: ${first.message}`, errors.slice(0, MOST_ERRORS));
  return read.flatMap((result) => (result.success ? [result.data] : []));
}
