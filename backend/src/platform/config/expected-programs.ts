import { z } from 'zod';
import { PROGRAMS, type Program } from '../../../contracts/values/program.js';

const WANTED = `names of ${PROGRAMS.join(', ')}, comma between`;

/** Programs without which this installation counts as not ready. */
export const expectedProgramsSchema = z.string().transform((text, context): readonly Program[] => {
  const named = text.split(',').map((part) => part.trim());
  const known = PROGRAMS.filter((program) => named.includes(program));
  if (known.length === new Set(named).size) return known;
  context.addIssue({ code: 'custom', message: WANTED });
  return z.NEVER;
});
