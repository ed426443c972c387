import { describe, expect, it } from '@jest/globals';
import { formatMeasure, minorUnits } from './measure-format.js';

// Intl writes special blanks; the reader sees a blank, and so do these expectations.
const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ');

describe('formatMeasure', () => {
  it('puts the relation in front of a claimed count', () => {
    expect(plain(formatMeasure({ value: 95_000, relation: 'gte' }, 'count', 'en-US', 'exact'))).toBe(
      '≥ 95,000',
    );
    expect(plain(formatMeasure({ value: 100_000, relation: 'gt' }, 'count', 'en-US', 'compact'))).toBe(
      '> 100K',
    );
    expect(plain(formatMeasure({ value: 20, relation: 'lt' }, 'count', 'en-US', 'compact'))).toBe('< 20');
  });

  it('leaves counts below 10,000 unshortened in a table', () => {
    expect(formatMeasure({ value: 9_876, relation: 'eq' }, 'count', 'en-US', 'compact')).toBe('9,876');
    expect(formatMeasure({ value: 12_400, relation: 'eq' }, 'count', 'en-US', 'compact')).toBe('12.4K');
  });

  it('writes a range with both ends, and a range of one value as that value', () => {
    expect(
      plain(formatMeasure({ value: 1_000, maxValue: 2_000, relation: 'range' }, 'count', 'en-US', 'exact')),
    ).toBe('1,000–2,000');
    expect(formatMeasure({ value: 7, maxValue: 7, relation: 'range' }, 'count', 'en-US', 'exact')).toBe('7');
  });

  it('turns minor units into money of the currency, which has no cents in Japan', () => {
    expect(formatMeasure({ value: 1_299, relation: 'eq', currency: 'USD' }, 'money', 'en-US', 'exact')).toBe(
      '$12.99',
    );
    expect(formatMeasure({ value: 1_299, relation: 'eq', currency: 'JPY' }, 'money', 'en-US', 'exact')).toBe(
      '¥1,299',
    );
    expect(
      plain(formatMeasure({ value: 350, relation: 'eq', currency: 'EUR' }, 'money', 'fr-FR', 'exact')),
    ).toBe('3,50 €');
  });

  it('writes the French way in French', () => {
    expect(plain(formatMeasure({ value: 95_000, relation: 'gte' }, 'count', 'fr-FR', 'exact'))).toBe(
      '≥ 95 000',
    );
    expect(formatMeasure({ value: 0.4234, relation: 'eq' }, 'share', 'fr-FR', 'exact')).toBe('0,42');
  });
});

describe('minorUnits', () => {
  it('is 100 for the euro, 1 for the yen and 1,000 for the Kuwaiti dinar', () => {
    expect([minorUnits('EUR'), minorUnits('JPY'), minorUnits('KWD')]).toEqual([100, 1, 1000]);
  });
});
