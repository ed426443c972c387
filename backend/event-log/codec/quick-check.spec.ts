import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { join } from 'node:path';
import { z } from 'zod';
import { catalogue } from '../../contracts/events/catalogue.js';
import { eventMetadataSchema } from '../../contracts/events/metadata.js';
import { goldenFilesBelow, repositoryRoot } from '../testing/golden-files.js';
import { quickCheck } from './quick-check.js';

const golden = goldenFilesBelow(join(repositoryRoot, 'backend/contracts/events'));
const schemaOf = (type: string): z.ZodType => catalogue[type as keyof typeof catalogue].versions[0];

/** What one wants to find in the place of something valid. */
const anyIntruder = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    'a\u0000b',
    'US',
    'eq',
    'range',
    -1,
    0,
    0.5,
    Infinity,
    2 ** 60,
    true,
    [],
    {},
  ),
  fc.constantFrom<unknown>('2026-03-14T09:30:00Z', '2026-03-14T09:30:00.000Z', '2026-02-30T00:00:00.000Z'),
  fc.string({ maxLength: 8 }),
  fc.string({ minLength: 150, maxLength: 260 }),
  fc.integer(),
  fc.double(),
  fc.jsonValue({ maxDepth: 2 }),
);

interface Change {
  /** Which of the places in the document, counted through it. */
  readonly place: number;
  readonly how: 'replace' | 'remove' | 'add' | 'swap case';
  readonly intruder: unknown;
}
const anyChange: fc.Arbitrary<Change> = fc.record({
  place: fc.nat(60),
  how: fc.constantFrom('replace', 'replace', 'remove', 'add', 'swap case'),
  intruder: anyIntruder,
});

function changed(document: unknown, { place, how, intruder }: Change): unknown {
  const copy: unknown = structuredClone(document);
  const places: { readonly holder: Record<string, unknown>; readonly key: string }[] = [];
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    const holder = value as Record<string, unknown>;
    for (const key of Object.keys(holder)) {
      places.push({ holder, key });
      walk(holder[key]);
    }
  };
  walk(copy);
  const found = places[place % places.length];
  if (!found) return copy;
  const { holder, key } = found;
  if (how === 'remove') Reflect.deleteProperty(holder, key);
  else if (how === 'add') holder[`${key}2`] = intruder;
  else if (how === 'swap case' && typeof holder[key] === 'string')
    holder[key] = ` ${holder[key].toUpperCase()}`;
  else holder[key] = intruder;
  return copy;
}

/** The promise: whatever passes, the schema takes and gives back as it came. */
function expectPromiseKept(schema: z.ZodType, value: unknown): void {
  if (!quickCheck(schema)(value)) return;
  const result = schema.safeParse(value);
  expect(result.success).toBe(true);
  expect(result.data).toStrictEqual(value);
}

describe('the quick check of a schema', () => {
  it.each(golden.map((file) => [file.path, file] as const))('%s passes as it stands', (_path, file) => {
    expect(quickCheck(schemaOf(file.type))(file.data)).toBe(true);
    expect(quickCheck(eventMetadataSchema)(file.metadata)).toBe(true);
  });

  it('nothing passes that the schema refuses or changes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...golden),
        fc.array(anyChange, { minLength: 1, maxLength: 3 }),
        ({ type, data, metadata }, changes) => {
          expectPromiseKept(schemaOf(type), changes.reduce(changed, data));
          expectPromiseKept(eventMetadataSchema, changes.reduce(changed, metadata));
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it.each<[string, z.ZodType, unknown]>([
    ['a text that is trimmed', z.string().trim(), ' a'],
    ['a text in another case', z.string().toLowerCase(), 'A'],
    ['an object with an unknown field, which is stripped', z.object({ a: z.string() }), { a: 'x', b: 1 }],
    ['a default that is put in', z.strictObject({ a: z.string().default('x') }), {}],
    ['a number from a text', z.coerce.number(), '1'],
    ['a value that is caught', z.number().catch(0), 'x'],
    ['one of several objects', z.union([z.object({ a: z.number() }), z.string().trim()]), ' a'],
    [
      'a rule that a context refuses',
      z.array(z.number()).superRefine((_value, context) => context.addIssue('no')),
      [],
    ],
  ])('leaves %s to the schema', (_what, schema, value) => {
    expect(quickCheck(schema)(value)).toBe(false);
  });
});
