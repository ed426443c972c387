import { describe, expect, it } from '@jest/globals';
import { asSuggest, fixture } from '../testing/saved.js';
import { parseAmazonSuggest } from './suggest.parser.js';

describe("Amazon's suggestions", () => {
  it('come without the echo, ghosts and widgets, and with the department of a scoped row', () => {
    expect(asSuggest(parseAmazonSuggest({ body: fixture('amazon/suggest.json') }))).toEqual({
      kind: 'suggest',
      prefix: 'budget pl',
      suggestions: [
        { text: 'Budget PL', place: 1, scope: 'Kindle Store' },
        { text: 'budget planner', place: 2 },
        { text: 'budget planner 2026', place: 3 },
      ],
    });
  });

  it('come from the older form too', () => {
    const { suggestions } = asSuggest(parseAmazonSuggest({ body: fixture('amazon/suggest-legacy.json') }));
    expect(suggestions.map(({ text }) => text)).toEqual(['budget planner', 'budget plan']);
  });

  it.each([
    'completion = ["plan",["planner","plan"],[{},{}],[]];updateISSCompletion();',
    'completion = ["plan",["planner","plan"],[{}]];String();',
    '/**/ done(["plan",["planner","plan"]]);',
  ])('come out of the script %s', (body) => {
    expect(asSuggest(parseAmazonSuggest({ body }))).toMatchObject({
      prefix: 'plan',
      suggestions: [{ text: 'planner', place: 1 }],
    });
  });

  it('are truncated where such a script was cut', () => {
    expect(parseAmazonSuggest({ body: 'completion = ["plan",["planner","pl' }).kind).toBe('truncated');
  });

  it.each([
    ['a cut answer', '{"prefix":"a","suggestions":[{"value":"ab"', 'truncated', 'truncated'],
    ['an empty answer', '', 'truncated', 'truncated'],
    ['another shape', '{"message":"ok"}', 'other', 'drift'],
    ['a captcha', '<html><form action="/errors/validateCaptcha"></form></html>', 'blocked', 'captcha'],
    ['another page', '<html><title>Amazon</title></html>', 'other', 'wrong-page'],
  ])('%s is named for what it is', (_, body, kind, reason) => {
    expect(parseAmazonSuggest({ body })).toMatchObject({ kind, reason });
  });
});
