import { describe, expect, it } from '@jest/globals';
import { returnPath } from './return-to.js';

describe('returnPath', () => {
  it.each(['/tracking', '/?query=planner&sort=-cpc', '/keywords/a%20b?asOf=2026-01-01#history'])(
    'goes back to our own %s',
    (path) => expect(returnPath(path)).toBe(path),
  );

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    'tracking',
    '',
    null,
    undefined,
  ])('stays at home for %j', (asked) => expect(returnPath(asked)).toBe('/'));

  it('does not send back to the sign-in itself', () => {
    expect(returnPath('/sign-in?returnTo=/tracking')).toBe('/');
    expect(returnPath('/register')).toBe('/');
  });
});
