import { Field } from '../../../platform/http/field.js';
import { FreshQuery } from '../../../platform/http/paging.dto.js';
import { untilSchema } from '../../../platform/http/moments.js';

/** A moment to go back to; every read of this slice takes it alike. */
export const AsOfField = (): PropertyDecorator =>
  Field(untilSchema, {
    description:
      'Answers what we would have answered at that moment: by what was recorded until then, with the formulas that were live then. A date alone is the end of that day, UTC. A moment that is still to come is answered as now.',
    required: false,
    example: '2026-03-14T09:30:00Z',
    documented: { type: 'string' },
  });

/** Reads that can go back in time. */
export class AsOfQuery extends FreshQuery {
  @AsOfField()
  asOf?: string;
}
