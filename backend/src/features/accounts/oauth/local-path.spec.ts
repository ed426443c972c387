import { describe, expect, it } from '@jest/globals';
import { localPath, withQuery } from './local-path.js';

describe('where a person goes after signing in', () => {
  it.each(['/', '/keywords', '/keywords?query=gift%20tags&sort=volume#top', '/a//b'])('may be %s', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/keywords\\..\\evil',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    'evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/keywords/../..//evil.example',
    '/%2e%2e//evil.example',
    '/\u0085/evil.example',
    '/\u202e/evil.example',
    '',
    `/${'a'.repeat(2_000)}`,
    undefined,
    ['/keywords'],
  ])('is the front page instead of %j', (text) => {
    expect(localPath(text)).toBe('/');
  });

  it('is sent as ASCII, as a header must be', () => {
    expect(localPath('/keywords?query=fête')).toBe('/keywords?query=f%C3%AAte');
  });

  it('keeps its own query beside what is told to the page', () => {
    expect(withQuery('/profile?tab=ways#in', { problem: 'identity-taken' })).toBe(
      '/profile?tab=ways&problem=identity-taken#in',
    );
  });
});
