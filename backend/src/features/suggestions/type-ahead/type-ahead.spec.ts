import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wordsOfId } from '../../../platform/in-memory/id-table.js';
import { compareCodePoints } from '../../../platform/in-memory/code-point-order.js';
import { TypeAhead } from './type-ahead.js';

const said = fc.record({
  keyword: fc.nat(40),
  workspace: fc.constantFrom('', '', 'one', 'two'),
  place: fc.option(fc.integer({ min: 1, max: 4 })),
  volume: fc.constantFrom(NaN, 0, 10, 10, 5000),
});
type Said = typeof said extends fc.Arbitrary<infer Value> ? Value : never;

const LETTERS = ['a', 'ab', 'abc', 'é', 'שלום', '日本', '🎉', '\uFFFD', '50%', 'a b'];
const nameOf = (keyword: number): string =>
  `${LETTERS[keyword % LETTERS.length] ?? ''}${LETTERS[(keyword * 7) % LETTERS.length] ?? ''}${keyword % 3}`;
const marketplaceOf = (keyword: number): string => (keyword % 2 === 0 ? 'etsy' : 'amazon');
const countryOf = (keyword: number): string => (keyword % 5 === 0 ? 'GB' : 'US');
const idOf = (keyword: number): string => `00000000-0000-4000-8000-${String(keyword).padStart(12, '0')}`;

const typed = fc.record({
  prefix: fc.constantFrom('', 'a', 'ab', 'aba', '🎉', 'שלו', '50%', '\uFFFD', 'a b', 'z'),
  workspace: fc.constantFrom('one', 'two', 'three'),
  marketplace: fc.constantFrom(undefined, 'etsy'),
  country: fc.constantFrom(undefined, 'GB'),
  limit: fc.integer({ min: 1, max: 12 }),
});

describe('the type-ahead in memory', () => {
  it('answers with the best of all that begins so, each keyword once, whatever came and changed before', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 120 }), typed, (facts, asked) => {
        const typeAhead = new TypeAhead();
        const rows = new Map<string, Said>();
        const volumes = new Map<number, number>();
        for (const fact of facts) {
          const { keyword, workspace, place, volume } = fact;
          const words = wordsOfId(idOf(keyword));
          const normal = nameOf(keyword);
          typeAhead.put(
            words,
            0,
            { workspace, normal, keyword: normal, marketplace: marketplaceOf(keyword), country: countryOf(keyword), place, source: 's', origin: 'live', observedAtMs: 0 },
            volume,
          ); // prettier-ignore
          typeAhead.putVolume(words, 0, volume);
          rows.set(`${keyword}|${workspace}`, fact);
          volumes.set(keyword, volume);
        }
        const rank = ({ keyword, place }: Said) => {
          const volume = volumes.get(keyword) ?? NaN;
          const normal = nameOf(keyword);
          return { box: place ?? Infinity, searched: Number.isNaN(volume) ? 1 : -volume, length: Buffer.byteLength(normal), normal, id: idOf(keyword) };
        }; // prettier-ignore
        const inOrder = [...rows.values()]
          .filter(({ keyword, workspace }) => {
            const isSeen = workspace === '' || workspace === asked.workspace;
            const isThere =
              (asked.marketplace ?? marketplaceOf(keyword)) === marketplaceOf(keyword) &&
              (asked.country ?? countryOf(keyword)) === countryOf(keyword);
            return isSeen && isThere && nameOf(keyword).startsWith(asked.prefix);
          })
          .sort((a, b) => {
            const [left, right] = [rank(a), rank(b)];
            if (left.box !== right.box) return left.box - right.box;
            return (
              left.searched - right.searched ||
              left.length - right.length ||
              compareCodePoints(left.normal, right.normal) ||
              (left.id < right.id ? -1 : 1)
            );
          });
        const wanted = [...new Set(inOrder.map(({ keyword }) => idOf(keyword)))].slice(0, asked.limit);
        expect(typeAhead.complete(asked).map(({ keywordId }) => keywordId)).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });

  it('finds the most searched one among thousands that begin with the same letter', () => {
    const typeAhead = new TypeAhead();
    const row = { workspace: '', marketplace: 'etsy', country: 'US', place: null, source: 's', origin: 'live', observedAtMs: 0 }; // prettier-ignore
    for (let i = 0; i < 5_000; i += 1) {
      const normal = `p${(i * 7919) % 5_000}`;
      typeAhead.put(wordsOfId(idOf(i)), 0, { ...row, normal, keyword: normal }, i % 1_000);
    }
    typeAhead.putVolume(wordsOfId(idOf(77)), 0, 1_000_000);
    const asked = { workspace: 'one', marketplace: undefined, country: undefined, limit: 3 };
    const [best] = typeAhead.complete({ ...asked, prefix: 'p' });
    expect(best?.keywordId).toBe(idOf(77));
    typeAhead.putVolume(wordsOfId(idOf(77)), 0, 0);
    expect(typeAhead.complete({ ...asked, prefix: 'p' }).map(({ keywordId }) => keywordId)).not.toContain(
      idOf(77),
    );
  });
});
