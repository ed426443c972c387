import { describe, expect, it } from '@jest/globals';
import { asSuggest, fixture } from '../testing/saved.js';
import { parseEbaySuggest } from './suggest.parser.js';

const parse = (name: string) => asSuggest(parseEbaySuggest({ body: fixture(`ebay/${name}`) }));

describe("eBay's suggestions", () => {
  it('come out of their wrapper, brackets in them and all, without the echo', () => {
    expect(parse('suggest.jsonp')).toEqual({
      kind: 'suggest',
      prefix: 'ipad d',
      suggestions: [
        { text: 'ipad dock', place: 1 },
        { text: 'ipad (dummy)', place: 2 },
      ],
    });
  });

  it('come from the older form, with the category of a narrowed row', () => {
    expect(parse('suggest-older.jsonp').suggestions).toEqual([
      { text: 'ipad dock', place: 1 },
      { text: 'ipad d', place: 2, scope: 'Accessories' },
    ]);
  });

  it('are none where the answer has no list', () => {
    expect(parse('suggest-none.jsonp').suggestions).toEqual([]);
  });

  it('are truncated where the answer was cut', () => {
    const whole = fixture('ebay/suggest.jsonp').toString('utf8');
    for (let at = 15; at < whole.length - 1; at += 7)
      expect(parseEbaySuggest({ body: whole.slice(0, at) }).kind).toBe('truncated');
  });
});

describe('the list of OpenSearch', () => {
  it('is read as suggestions without the echo', () => {
    const answer = parseEbaySuggest({ body: '["ipad d",["ipad d","ipad dock","ipad dummy"]]' });
    expect(asSuggest(answer)).toEqual({
      kind: 'suggest',
      prefix: 'ipad d',
      suggestions: [
        { text: 'ipad dock', place: 1 },
        { text: 'ipad dummy', place: 2 },
      ],
    });
  });
});
