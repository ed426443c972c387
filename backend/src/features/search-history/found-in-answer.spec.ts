import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foundInAnswer } from './found-in-answer.js';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('{"id":"', '],"nextCursor":', '},{"id":"', '"', '\\', '{"items":['),
);
const anyDemand = fc.record(
  {
    value: fc.nat(),
    relation: fc.constant('eq'),
    kind: fc.constant('estimated'),
    maxValue: fc.nat(),
    source: anyText,
  },
  { requiredKeys: ['value', 'relation', 'kind'] },
);
const anyItem = fc.record({
  id: fc.uuid(),
  keyword: anyText,
  metrics: fc.record({ searchVolume: anyDemand }, { requiredKeys: [] }),
  trend: fc.array(fc.record({ date: anyText, value: fc.nat() }), { maxLength: 3 }),
});
const anyPage = fc.record(
  {
    items: fc.array(anyItem, { maxLength: 6 }),
    nextCursor: fc.option(anyText),
    match: fc.constantFrom('substring', 'similar'),
    asOf: fc.constant('2026-03-14T23:59:59.999Z'),
  },
  { requiredKeys: ['items', 'nextCursor', 'match'] },
);

describe('what was found', () => {
  it('is read from the ends of any page as from the whole of it', () => {
    fc.assert(
      fc.property(anyPage, fc.boolean(), (page, isLaidOutOtherwise) => {
        const { items, ...rest } = page;
        const answer = Buffer.from(
          JSON.stringify(isLaidOutOtherwise ? { ...rest, items } : { items, ...rest }),
        );
        expect(foundInAnswer(answer)).toEqual({
          resultCount: items.length,
          match: page.match,
          ...(page.asOf === undefined ? {} : { asOf: page.asOf }),
          top: (JSON.parse(answer.toString()) as typeof page).items
            .slice(0, 3)
            .map(({ keyword, metrics }) => {
              const { source: _left, ...demand } = metrics.searchVolume ?? {};
              return { keyword, demand: metrics.searchVolume === undefined ? null : demand };
            }),
        });
      }),
    );
  });

  it('is nothing where nothing was searched for', () => {
    expect(foundInAnswer(Buffer.from('{"items":[],"nextCursor":null,"match":"all"}'))).toBeUndefined();
  });
});
