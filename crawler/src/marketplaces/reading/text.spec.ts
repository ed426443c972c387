import { describe, expect, it } from '@jest/globals';
import { cleanText, numericText } from './text.js';

describe('text of a page', () => {
  it('keeps what joins an emoji or parts a Persian word, and drops what only steers the drawing', () => {
    const family = '👩\u200D👧';
    const word = 'می\u200Cخواهم';
    expect(cleanText(`\u200F ${family}\u00A0 ${word}\u200B `)).toBe(`${family} ${word}`);
  });

  it('reads a number without any invisible mark', () => {
    expect(numericText('1\u200D,2\u200C34')).toBe('1,234');
  });
});
