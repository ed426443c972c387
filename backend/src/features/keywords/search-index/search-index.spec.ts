import { randomFillSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { idWords } from '../../../platform/in-memory/id-table.js';
import { SORT_NAMES } from '../search/sorts.js';
import { Characters } from './characters.js';
import { SearchIndex, type FoundRow, type Question } from './search-index.js';

const WORDS = [
  'plan',
  'planner',
  'planers',
  'anner',
  'x',
  'é',
  'étsy',
  'שלום',
  '日本',
  '🎉',
  'a-b',
  '50%',
  'q',
  'budget',
];
const row = fc.record({
  id: fc.uuid(),
  name: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
  marketplace: fc.constantFrom('amazon', 'etsy'),
  country: fc.constantFrom('US', 'DE', 'JP'),
  values: fc.array(fc.oneof(fc.constantFrom(NaN, 0, 0.25, 1), fc.double({ noNaN: true })), {
    minLength: 6,
    maxLength: 6,
  }),
});
type Row = typeof row extends fc.Arbitrary<infer Value> ? Value : never;

const asked = fc.record({
  text: fc
    .tuple(fc.array(fc.constantFrom(...WORDS), { maxLength: 3 }), fc.nat(6), fc.nat(12))
    .map(([words, from, length]) =>
      [...words.join(' ')]
        .slice(from, from + length)
        .join('')
        .trim(),
    ),
  marketplace: fc.constantFrom(undefined, undefined, 'amazon'),
  country: fc.constantFrom(undefined, undefined, 'JP'),
  minVolume: fc.constantFrom(undefined, undefined, 0.5),
  sort: fc.constantFrom(...SORT_NAMES),
  size: fc.integer({ min: 1, max: 5 }),
});

const known = (): Characters => {
  const characters = new Characters();
  const all = new Set([...WORDS.join('')]);
  characters.learn(
    [...all].map((character) => ({ character, isWord: /[\p{L}\p{N}]/u.test(character), lower: character })),
  );
  return characters;
};
const idOf = ({ id }: Row) => idWords(Buffer.from(id.replaceAll('-', ''), 'hex'));

/** As at the start: loaded in one go, the most searched first; then one is moved there and back. */
function loaded(some: readonly Row[], firstLook: number): SearchIndex {
  const index = new SearchIndex(known(), firstLook);
  const [first] = some;
  const searched = ({ values: [volume = NaN] }: Row) => (Number.isNaN(volume) ? -Infinity : volume);
  const isMissing = ({ values: [volume = NaN] }: Row) => Number(Number.isNaN(volume));
  const rows = [...some].sort(
    (a, b) => isMissing(a) - isMissing(b) || searched(b) - searched(a) || (a.id > b.id ? -1 : 1),
  );
  const named = [...rows].sort(
    (a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)) || (a.id < b.id ? -1 : 1),
  );
  for (const each of rows) index.load(idOf(each), 0, each, Float64Array.from(each.values));
  const byName = Uint32Array.from(named, (each) => index.numberOf(idOf(each), 0));
  for (const _step of index.order(byName));
  if (first) {
    index.put(idOf(first), 0, first, Float64Array.from(first.values.toReversed()));
    index.put(idOf(first), 0, first, Float64Array.from(first.values));
  }
  return index;
}

/** As later: one by one, each first with other values. */
function put(rows: readonly Row[], firstLook: number): SearchIndex {
  const index = new SearchIndex(known(), firstLook);
  for (const each of rows) index.put(idOf(each), 0, each, Float64Array.from(each.values.toReversed()));
  for (const each of rows) index.put(idOf(each), 0, each, Float64Array.from(each.values));
  return index;
}

interface Shown extends Pick<FoundRow, 'value'> {
  readonly id: string;
}

function allPages(index: SearchIndex, question: Omit<Question, 'after'>): Shown[] {
  const all: Shown[] = [];
  for (let after: Question['after']; ;) {
    const { match, rows: found } = index.find({ ...question, after });
    const rows = found.map(({ number, value }) => ({ id: index.idOf(number), value }));
    all.push(...rows);
    const last = rows.at(-1);
    if (!last || rows.length < question.size) return all;
    const value = typeof last.value === 'number' && Number.isNaN(last.value) ? undefined : last.value;
    after = { match, value, id: last.id };
  }
}

const distinct = (rows: readonly Row[]) => [...new Map(rows.map((each) => [each.id, each])).values()];

describe('the index of keywords in memory', () => {
  it('finds the same rows along the order and through the rarest words, loaded at once or put one by one', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 60 }),
        fc.array(asked, { minLength: 1, maxLength: 8 }),
        (some, questions) => {
          const rows = distinct(some);
          const indexes = [loaded(rows, Infinity), loaded(rows, 0), put(rows, 0), put(rows, 3)];
          for (const question of questions) {
            const [along, ...others] = indexes.map((index) => allPages(index, question));
            for (const other of others) expect(other).toEqual(along);
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  it('pages through everything that holds a text, each row once, in order', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), asked, (some, question) => {
        const rows = distinct(some);
        const everything = {
          ...question,
          text: 'plan',
          marketplace: undefined,
          country: undefined,
          minVolume: undefined,
        };
        const found = allPages(put(rows, 2), everything);
        const wanted = rows.filter(({ name }) => name.includes('plan'));
        if (wanted.length > 0)
          expect(found.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort());
      }),
    );
  });

  it('holds thousands of rows while they come and change', () => {
    const index = new SearchIndex(known(), 10);
    const ids = randomFillSync(Buffer.alloc(16 * 5_000));
    const words = idWords(ids);
    const volume = (i: number, round: number) => (i * 7919 * (round + 1)) % 4_999;
    for (const round of [0, 1])
      for (let i = 0; i < 5_000; i += 1) {
        const values = Float64Array.of(volume(i, round), i % 3 === 0 ? NaN : i % 5, NaN, i, 0, i);
        index.put(
          words,
          i * 4,
          { name: `x ${WORDS[i % WORDS.length] ?? ''}`, marketplace: 'etsy', country: 'US' },
          values,
        );
      }
    const question = {
      text: '',
      marketplace: undefined,
      country: undefined,
      minVolume: undefined,
      size: 700,
    } as const;
    const volumes = allPages(index, { ...question, sort: '-searchVolume' }).map(({ value }) => value);
    expect(volumes).toHaveLength(5_000);
    expect(volumes).toEqual(Array.from({ length: 5_000 }, (_, i) => volume(i, 1)).sort((a, b) => b - a));
    const competition = allPages(index, { ...question, sort: 'competition' }).map(({ value }) =>
      Number(value),
    );
    const missing = competition.findIndex(Number.isNaN);
    expect(missing).toBe(5_000 - Math.ceil(5_000 / 3));
    expect(competition.slice(0, missing)).toEqual(competition.slice(0, missing).sort((a, b) => a - b));
  });
});
