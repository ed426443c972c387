import { z } from 'zod';
import { Field } from '../../platform/http/field.js';

const states = z.enum(['catching-up', 'running', 'retrying', 'stopped', 'held', 'unfollowed', 'degraded']);

const parkedSchema = z.object({
  position: z.string(),
  eventId: z.string(),
  type: z.string(),
  error: z.string(),
  parkedAt: z.iso.datetime(),
});

export const projectionSchema = z
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
    requested: z.literal(true).optional().describe('A rebuild is asked for and has not begun.'),
    previous: z
      .object({ version: z.int(), build: z.int() })
      .optional()
      .describe('The build that answered before; undo goes back to it.'),
    parked: z
      .array(parkedSchema)
      .optional()
      .describe('Events that were stepped over because they could not be applied, newest first, at most 20.'),
  })
  .meta({ id: 'Projection' });
export type ProjectionDto = z.infer<typeof projectionSchema>;

const reactionSchema = z
  .object({
    name: z.string(),
    position: z.string().nullable().describe('Place in the log up to which everything is reacted to.'),
    lag: z.int().describe('How far that is behind the head of the log, in positions.'),
    events: z.int().describe('How many events it has reacted to.'),
    status: z.enum(['running', 'retrying', 'stopped']),
    error: z.string().optional(),
  })
  .meta({ id: 'Reaction' });
export type ReactionDto = z.infer<typeof reactionSchema>;

export const projectionListSchema = z
  .object({
    head: z.string().nullable().describe('Place of the last event in the log; null: the log is empty.'),
    items: z.array(projectionSchema),
    reactions: z
      .array(reactionSchema)
      .describe('What is done once for each event, such as sending a look to the crawler. Never repeated.'),
  })
  .meta({ id: 'ProjectionList' });
export type ProjectionListDto = z.infer<typeof projectionListSchema>;

export const rebuildSchema = z
  .object({ name: z.string(), requested: z.literal(true) })
  .meta({ id: 'RebuildRequested' });

/** Address parameter of what is done with one projection. */
export class NameParam {
  @Field(z.string().regex(/^[a-z][a-z0-9-]{0,47}$/, 'must be the name of a projection, such as keywords'), {
    description: 'Name of the projection.',
    example: 'keywords',
  })
  name!: string;
}
