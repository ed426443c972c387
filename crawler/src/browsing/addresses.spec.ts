import { describe, expect, it } from '@jest/globals';
import { addressesOf } from './addresses.js';

describe('the address of a marketplace', () => {
  it('is its own host where the real ones are asked', () => {
    const live = addressesOf(undefined);
    expect(live.of('www.amazon.de')).toBe('https://www.amazon.de');
    expect(live.real('https://www.amazon.de/s?k=a').href).toBe('https://www.amazon.de/s?k=a');
  });

  it('is a folder of the sandbox where that stands in, and leads back to the real one', () => {
    const sandbox = addressesOf('http://127.0.0.1:4100/');
    expect(sandbox.of('www.etsy.com')).toBe('http://127.0.0.1:4100/www.etsy.com');
    const real = sandbox.real(`${sandbox.of('www.etsy.com')}/de/search?q=a%20b`);
    expect(real.href).toBe('https://www.etsy.com/de/search?q=a%20b');
  });

  it('of anything outside the sandbox stands for itself', () => {
    expect(addressesOf('http://127.0.0.1:4100').real('https://example.com/a').host).toBe('example.com');
  });
});
