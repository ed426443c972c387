import { z } from 'zod';
import { instantSchema } from '../../../contracts/values/time.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const WISH = 'an ISO 8601 date or moment with its zone, such as 2026-03-14 or 2026-03-14T09:30:00Z';

const momentSchema = (timeOfDay: string) =>
  z
    .string(WISH)
    .transform((text) => (DATE.test(text) ? `${text}T${timeOfDay}Z` : text))
    .pipe(instantSchema);

/** A moment; a date alone is its first. */
export const sinceSchema = momentSchema('00:00:00.000');
/** A moment; a date alone is its last. */
export const untilSchema = momentSchema('23:59:59.999');
