import { z } from 'zod';

const EARLIEST = Date.parse('1995-01-01T00:00:00Z'); // before any marketplace existed
const LATEST = Date.parse('2100-01-01T00:00:00Z');

/** A moment, ISO 8601 with its zone, kept in UTC with milliseconds. */
export const instantSchema = z.iso
  .datetime({
    offset: true,
    error: 'an ISO 8601 moment with its zone, such as 2026-03-14T09:30:00Z',
    abort: true, // one message is enough for what is no moment at all
  })
  .refine((text) => {
    const time = Date.parse(text);
    return time >= EARLIEST && time < LATEST;
  }, 'must lie between 1995 and 2100')
  .transform((text) => (isCanonical(text) ? text : new Date(text).toISOString()));

// Every event of a rebuild passes here twice, and what was stored is canonical already.
function isCanonical(text: string): boolean {
  return text.length === 24 && text[19] === '.' && text[23] === 'Z';
}
