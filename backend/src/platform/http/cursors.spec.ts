import { describe, expect, it } from '@jest/globals';
import { Cursors } from './cursors.js';

const cursors = new Cursors({ CURSOR_SECRET: 'sixteen or more characters' });
const place = ['2026-03-14T09:30:00.000Z', 12.5, null, 'مخطط'];
const refused = (list: string, cursor: string) => () => cursors.read(list, cursor);

describe('a cursor', () => {
  it('gives back the place that it was issued for', () => {
    expect(cursors.read('keywords by name', cursors.issue('keywords by name', place))).toEqual(place);
  });

  it('is refused by another list: other filters, another sort', () => {
    expect(refused('keywords by volume', cursors.issue('keywords by name', place))).toThrow(/^cursor: /);
  });

  it('is refused by an installation with another secret', () => {
    const other = new Cursors({ CURSOR_SECRET: 'quite another secret' });
    expect(refused('list', other.issue('list', place))).toThrow(/^cursor: /);
  });

  it.each(['', '.', 'a.b.c', 'e30.AAAA', '🎉', 'x'.repeat(5_000)])('is refused where it is %j', (cursor) => {
    expect(refused('list', cursor)).toThrow(/^cursor: /);
  });

  it('is refused where one character was changed', () => {
    const cursor = cursors.issue('list', place);
    for (let at = 0; at < cursor.length; at++)
      expect(
        refused('list', `${cursor.slice(0, at)}${cursor[at] === 'A' ? 'B' : 'A'}${cursor.slice(at + 1)}`),
      ).toThrow(/^cursor: /);
  });

  it('is refused in another spelling of the same bytes', () => {
    const cursor = cursors.issue('list', place);
    const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const next = digits[digits.indexOf(cursor.at(-1) ?? '') + 1] ?? '';
    expect(refused('list', cursor.slice(0, -1) + next)).toThrow(/^cursor: /);
  });

  it.each(['.', '.x', '=', ' '])('is refused where %j was added to it', (added) => {
    expect(refused('list', cursors.issue('list', place) + added)).toThrow(/^cursor: /);
  });
});
