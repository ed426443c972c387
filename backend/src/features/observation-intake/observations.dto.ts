import { z } from 'zod';
import { positionSchema } from '../../../contracts/values/position.js';
import { Field, jsonSchemaOf } from '../../platform/http/field.js';
import { postedObservationSchema, SOURCE_MAX_LENGTH } from './posted-observation.js';

export const MOST_OBSERVATIONS = 1_000;

const documented = jsonSchemaOf(postedObservationSchema);
// The items are looked at one by one, each answer naming its index.
const listOfItems = z
  .array(z.unknown(), {
    error: ({ input }) => (input === undefined ? 'is missing' : 'must be a list of observations'),
  })
  .min(1, 'at least one observation')
  .max(MOST_OBSERVATIONS, `at most ${MOST_OBSERVATIONS} observations at once`);

export class PostObservationsBody {
  @Field(listOfItems, {
    description: `Figures for keywords at moments; a source has up to ${SOURCE_MAX_LENGTH} characters, money is in minor units.`,
    documented: { items: documented },
    example: [
      {
        keyword: 'wedding planner printable',
        marketplace: 'etsy',
        country: 'US',
        observedAt: '2026-03-14T09:30:00Z',
        source: 'my keyword tool',
        metrics: { searchVolume: { value: 2400, relation: 'eq', kind: 'reported' } },
      },
    ],
  })
  observations!: unknown[];
}

export class RetractBody {
  @Field(z.string().trim().min(1, 'may not be empty').max(500, 'may have at most 500 characters'), {
    description: 'Why it was wrong, for whoever reads the history.',
    example: 'The export had the wrong currency.',
  })
  why!: string;
}

export const intakeAnswerSchema = z
  .object({
    accepted: z.int().nonnegative().describe('Newly recorded, restatements among them.'),
    duplicates: z
      .int()
      .nonnegative()
      .describe('Equal to what was recorded last for that source, keyword and moment.'),
    position: positionSchema.describe('Reads with this minPosition see all of them.'),
  })
  .meta({ id: 'ObservationsAccepted' });

export const retractedSchema = z.object({ position: positionSchema }).meta({ id: 'Retracted' });
