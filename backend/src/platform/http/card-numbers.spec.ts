import { describe, expect, it } from '@jest/globals';
import { holdsCardNumber } from './card-numbers.js';

// The test numbers that Stripe, American Express and the others publish.
const CARDS = ['4242424242424242', '4000 0025 0000 3155', '5555-5555-5555-4444', '2223003122003222', '378282246310005', '6011111111111117', '3566002020360505', '6200000000000005', '3056930009020004', '4242  4242  4242  4242', '4242\u00a04242\u00a04242\u00a04242', '4242.4242.4242.4242', '4242/4242/4242/4242', '4242\u200b4242\u200b4242\u200b4242', '\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12', '\u0664\u0662\u0664\u0662\u0664\u0662\u0664\u0662\u0664\u0662\u0664\u0662\u0664\u0662\u0664\u0662']; // prettier-ignore

describe('a card number', () => {
  it.each(CARDS)('is seen: %s', (card) => {
    expect(holdsCardNumber(card)).toBe(true);
    expect(holdsCardNumber(`my card ${card} please`)).toBe(true);
  });

  it.each([
    ['a changed digit', '4242424242424241'],
    ['a book', '978-3-16-148410-0'],
    ['a GTIN of 14 digits', '00012345600012'],
    ['a longer number', '42424242424242424242'],
    ['a position of the log', '1795426200123456'],
    ['a date and time', '2026-11-23T09:30:00.000Z'],
    ['an id', '7f1c6f0e-52a7-5c35-9a63-0f2d7e6b1c40'],
    ['many numbers', 'planner 2024 2025 2026 2027, 12 months'],
    ['words', 'wedding planner printable 2026'],
  ])('is not seen in %s', (_what, text) => {
    expect(holdsCardNumber(text)).toBe(false);
  });
});
