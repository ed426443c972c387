import { describe, expect, it } from '@jest/globals';
import { en } from './en.js';
import { fr } from './fr.js';
import { languageFrom, localeFor } from './languages.js';

describe('languageFrom', () => {
  it('takes the first language of the browser that we speak', () => {
    expect(languageFrom(['', 'de-DE', 'fr-CA', 'en-US'])).toBe('fr');
  });

  it('falls back to English', () => {
    expect(languageFrom(['', 'ja'])).toBe('en');
  });
});

describe('localeFor', () => {
  it("keeps the browser's own variety of the language", () => {
    expect(localeFor('en', ['fr-FR', 'en-GB'])).toBe('en-GB');
    expect(localeFor('fr', ['en-GB'])).toBe('fr-FR');
  });
});

describe('the French dictionary', () => {
  it('has no empty sentence', () => {
    const empty = (dictionary: object): string[] =>
      Object.entries(dictionary).flatMap(([key, value]) =>
        typeof value === 'object' ? empty(value as object) : value === '' ? [key] : [],
      );
    expect([...empty(en), ...empty(fr)]).toEqual([]);
  });
});
