import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCount, readRating, readWholeNumber, wholeNumbersIn } from './numbers.js';

describe('a whole number', () => {
  it('comes back from the grouping of any country', () => {
    const locales = [
      'en-US',
      'de-DE',
      'fr-FR',
      'de-CH',
      'en-IN',
      'sv-SE',
      'pl-PL',
      'ar-EG-u-nu-arab',
      'fa-IR',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...locales), fc.nat({ max: 10 ** 12 }), (locale, value) => {
        expect(readWholeNumber(new Intl.NumberFormat(locale).format(value))).toBe(value);
      }),
    );
  });

  it.each(['4.5', '1,2', '12,34,5', '1.234,56', 'four', ''])('"%s" is none', (text) => {
    expect(readWholeNumber(text)).toBeNull();
  });

  it('stands apart from its neighbours in a line', () => {
    const values = wholeNumbersIn('1-48 sur plus de 10\u202F000 résultats (2024 1234)').map(
      ({ value }) => value,
    );
    expect(values).toEqual([1, 48, 10_000, 2_024, 1_234]);
  });
});

describe('a count', () => {
  it.each([
    ['10,441 ratings', 10_441, 'eq'],
    ['7.319\u00A0calificaciones', 7_319, 'eq'],
    ['(7,3\u00A0mil)', 7_300, 'gte'],
    ['(1.2K)', 1_200, 'gte'],
    ['(34.8K)', 34_800, 'gte'],
    ['2 Tsd.', 2_000, 'gte'],
    ['1,3 B', 1_300, 'gte'],
    ['1.5万', 15_000, 'gte'],
    ['1.2 lakh', 120_000, 'gte'],
    ['95,000+ results', 95_000, 'gte'],
    ['1,234 milestones', 1_234, 'eq'],
  ])('"%s" is %d with the relation %s', (text, value, relation) => {
    expect(readCount(text)).toEqual({ value, relation });
  });

  it('is none where there is no number', () => {
    expect(readCount('no ratings yet')).toBeNull();
  });
});

describe('a rating', () => {
  it.each([
    ['4.5 out of 5 stars', 4.5],
    ['4,8 de 5 estrellas', 4.8],
    ['5.0 out of 5 stars, rating details', 5],
    ['5つ星のうち4.3', 4.3],
    ['5 yıldız üzerinden 4,3', 4.3],
    ['٤٫٥ من ٥ نجوم', 4.5],
    ['5 von 5 Sternen', 5],
  ])('"%s" is %d', (text, rating) => {
    expect(readRating(text)).toBe(rating);
  });

  it.each(['4,222 ratings', '3 of 4', 'Delivery 11 September'])('"%s" is none', (text) => {
    expect(readRating(text)).toBeNull();
  });
});
