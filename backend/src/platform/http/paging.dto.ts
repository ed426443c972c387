import { z } from 'zod';
import { positionSchema } from '../../../contracts/values/position.js';
import { Field } from './field.js';

export const DEFAULT_LIMIT = 50;
export const MOST_PER_PAGE = 200;

const wholeNumber = (from: number, to: number) => {
  const message = `must be a whole number from ${from} to ${to}`;
  return z
    .union(
      [
        z.number(),
        z
          .string()
          .regex(/^-?\d{1,9}$/, message)
          .transform(Number),
      ],
      { error: message },
    )
    .refine((number) => Number.isInteger(number) && number >= from && number <= to, message);
};

/** A whole number of a query string. Out of range is refused, never clamped. */
export const QueryNumber = (range: {
  readonly from: number;
  readonly to: number;
  readonly default?: number;
  readonly description: string;
}): PropertyDecorator =>
  Field(wholeNumber(range.from, range.to), {
    description: range.description,
    required: false,
    documented: {
      anyOf: undefined,
      type: 'integer',
      minimum: range.from,
      maximum: range.to,
      ...(range.default === undefined ? {} : { default: range.default }),
    },
  });

/** Reads that can wait for a write of one's own. */
export class FreshQuery {
  @Field(positionSchema, {
    description:
      'Position that a write answered with: the read waits up to 1 s until it is seen, else it answers with `stale: true`.',
    required: false,
    example: '1042',
  })
  minPosition?: string;
}

export class PageQuery extends FreshQuery {
  @QueryNumber({
    from: 1,
    to: MOST_PER_PAGE,
    default: DEFAULT_LIMIT,
    description: 'How many items a page has at most.',
  })
  limit: number = DEFAULT_LIMIT;

  @Field(z.string().min(1, 'may not be empty').max(2_000, 'is too long'), {
    description: 'nextCursor of the page before; the filters and the sort must be the same.',
    required: false,
  })
  cursor?: string;
}

/** Address parameter of routes about one thing. */
export class IdParam {
  @Field(z.uuid('must be an id (UUID) as an earlier answer gave it'), {
    description: 'Id as an earlier answer gave it.',
    example: '7f1c6f0e-52a7-5c35-9a63-0f2d7e6b1c40',
  })
  id!: string;
}
