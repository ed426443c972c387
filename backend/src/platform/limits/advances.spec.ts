import { describe, expect, it } from '@jest/globals';
import { Advances } from './advances.js';
import type { Limit } from './limits.js';

const LIMIT: Limit = { name: 'requests', most: 1_000, perS: 60 };

/** Limits that all processes share, without anything coming back; answers a moment later, as Redis does. */
function shared(most: number) {
  const trips: number[] = [];
  let left = most;
  return {
    trips,
    async take(_limit: Limit, _who: string, wanted = 1) {
      await Promise.resolve();
      const count = Math.min(wanted, left);
      left -= count;
      trips.push(count);
      return { isAllowed: count > 0, count, left, resetS: 1, retryAfterS: count > 0 ? 0 : 1 };
    },
  };
}
const allowed = async (advances: readonly Advances[], times: number, limit = LIMIT) => {
  const asked = Array.from({ length: Math.ceil(times / advances.length) }, () =>
    advances.map((process) => process.take(limit, 'anna')),
  );
  const taken = await Promise.all(asked.flat());
  return taken.filter(({ isAllowed }) => isAllowed).length;
};

describe('Advances', () => {
  it('let exactly as many pass as there are, with several processes that are busy', async () => {
    const limits = shared(1_000);
    const processes = [1, 2, 3].map(() => new Advances(limits, () => 0));
    expect(await allowed(processes, 5_000)).toBe(1_000);
    expect(limits.trips.length).toBeLessThan(150);
  });

  it('take more at once only while all is used up within a second', async () => {
    const limits = shared(1_000);
    let now = 0;
    const advances = new Advances(limits, () => now);
    await allowed([advances], 31);
    expect(limits.trips).toEqual([1, 2, 4, 8, 10, 10]);
    now = 2_000;
    await allowed([advances], 1);
    expect(limits.trips.slice(6)).toEqual([1]);
  });

  it('count each one by itself where the limit is small', async () => {
    const limits = shared(1_000);
    await allowed([new Advances(limits, () => 0)], 7, { ...LIMIT, most: 120 });
    expect(limits.trips).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  it('say how many are left, with those that were taken already', async () => {
    const advances = new Advances(shared(100), () => 0);
    const left: number[] = [];
    for (let time = 0; time < 20; time += 1) left.push((await advances.take(LIMIT, 'anna')).left);
    expect(left).toEqual(Array.from({ length: 20 }, (_, time) => 99 - time));
  });

  it('let the next ask again where one failed', async () => {
    const limits = shared(10);
    let isAway = true;
    const take: typeof limits.take = (...asked) =>
      isAway ? Promise.reject(new Error('away')) : limits.take(...asked);
    const advances = new Advances({ take }, () => 0);
    await expect(advances.take(LIMIT, 'anna')).rejects.toThrow('away');
    isAway = false;
    expect((await advances.take(LIMIT, 'anna')).isAllowed).toBe(true);
  });
});
