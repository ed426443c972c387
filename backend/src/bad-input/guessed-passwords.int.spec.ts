import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestProduct, type TestProduct } from '../platform/testing/test-product.js';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct({ config: { TRUST_PROXY: 1 } });
}, 60_000);
afterAll(() => product?.close(), 30_000);

const signIn = (email: string, password: string, address: string) =>
  product.post('/api/v1/auth/login', { email, password }, { authorization: '', 'x-forwarded-for': address });

describe('guessed passwords', () => {
  it('200 wrong sign-ins in a minute from one address are slowed and do not lock out the owner from another', async () => {
    const anna = await product.signUp('Anna');
    const begun = performance.now();
    const statuses: number[] = [];
    for (let guess = 0; guess < 200; guess += 1) {
      // The address that the guesser claims is not the one that our proxy saw.
      const answer = await signIn(anna.email, `guess number ${guess}`, `198.51.100.${guess}, 203.0.113.7`);
      statuses.push(answer.status);
      if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(performance.now() - begun).toBeLessThan(60_000);
    expect([...new Set(statuses)]).toEqual([401, 429]);
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(12);
    // not even with the right one
    expect((await signIn(anna.email, anna.password, '203.0.113.7')).status).toBe(429);
    expect((await signIn(anna.email, anna.password, '192.0.2.44')).status).toBe(200);
  }, 90_000);

  it('at many accounts from one address are slowed, too', async () => {
    const statuses: number[] = [];
    for (let guess = 0; guess < 60; guess += 1)
      statuses.push((await signIn(`somebody-${guess}@example.com`, 'password1234', '203.0.113.99')).status);
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(35);
    expect(statuses.at(-1)).toBe(429);
  }, 60_000);
});
