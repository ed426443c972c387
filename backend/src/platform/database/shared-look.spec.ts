import { describe, expect, it } from '@jest/globals';
import { SharedLook } from './shared-look.js';

describe('a shared look', () => {
  it('gives everybody an answer that was asked for after he asked, and asks once for many', async () => {
    const looks: PromiseWithResolvers<string>[] = [];
    const shared = new SharedLook(() => {
      const look = Promise.withResolvers<string>();
      looks.push(look);
      return look.promise;
    });
    const first = shared.answer();
    const [second, third] = [shared.answer(), shared.answer()];
    expect(looks).toHaveLength(1);
    looks[0]?.resolve('before the others asked');
    expect(await first).toBe('before the others asked');
    expect(looks).toHaveLength(2);
    looks[1]?.resolve('for both');
    expect(await Promise.all([second, third])).toEqual(['for both', 'for both']);
    expect(looks).toHaveLength(2);
  });

  it('asks anew after a failure, for those too who waited behind it', async () => {
    let tries = 0;
    const shared = new SharedLook(() => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('away')) : Promise.resolve(tries);
    });
    const first = shared.answer();
    const waiting = shared.answer();
    await expect(first).rejects.toThrow('away');
    expect(await waiting).toBe(2);
    expect(await shared.answer()).toBe(3);
  });
});
