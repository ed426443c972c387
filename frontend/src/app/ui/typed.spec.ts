import { describe, expect, it } from '@jest/globals';
import { isEmail, isPassword } from './typed.js';

describe('what is typed', () => {
  it.each([
    ['anna@example.com', true],
    ['anna@example', false],
    ['anna example.com', false],
    ['', false],
  ])('takes %j as an address: %s', (text, taken) => expect(isEmail(text)).toBe(taken));

  it('counts the characters of a password as they are typed', () => {
    expect(isPassword('123456789')).toBe(false);
    expect(isPassword('1234567890')).toBe(true);
    expect(isPassword('🔑'.repeat(9))).toBe(false);
    expect(isPassword('🔑'.repeat(10))).toBe(true);
    expect(isPassword('x'.repeat(201))).toBe(false);
  });
});
