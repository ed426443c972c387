import { describe, expect, it } from '@jest/globals';
import { enPlural, frPlural } from './phrases.js';

describe('a number with what it counts', () => {
  it('is singular for zero in French, but not in English', () => {
    expect(frPlural(0, 'mot-clé affiché', 'mots-clés affichés')).toBe('0 mot-clé affiché');
    expect(enPlural(0, 'keyword shown', 'keywords shown')).toBe('0 keywords shown');
    expect([frPlural(2, 'un', 'deux'), enPlural(1, 'one', 'two')]).toEqual(['2 deux', '1 one']);
  });
});
