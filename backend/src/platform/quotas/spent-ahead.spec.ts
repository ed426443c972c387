import { describe, expect, it } from '@jest/globals';
import { SpentAhead, type Spending } from './spent-ahead.js';

function counted() {
  const spent: Spending[] = [];
  const ahead = new SpentAhead((_key, _limit, spendings) => {
    spent.push(...spendings);
    return Promise.resolve(spent.length);
  });
  return { ahead, spent };
}

describe('what is spent ahead', () => {
  it('is let in at once and counted together', async () => {
    const { ahead, spent } = counted();
    ahead.learn('day', 20_000, 0);
    for (let i = 0; i < 50; i += 1) expect(ahead.take('day', 20_000, [`${i}`, ''])).toBe(true);
    expect(spent).toHaveLength(0);
    await ahead.close();
    expect(spent).toHaveLength(50);
  });

  it.each([
    ['nothing is known of the count', undefined, 20_000],
    ['the limit is small', 0, 200],
    ['little is left', 17_999, 20_000],
    ['the limit is another one now', 0, 2_000],
  ])('must be asked for where %s', (_why, used, limit) => {
    const { ahead } = counted();
    if (used !== undefined)
      ahead.learn('day', limit === 2_000 ? 20_000 : limit, used + (limit === 20_000 ? 1 : 0));
    expect(ahead.take('day', limit, ['one', ''])).toBe(false);
  });

  it('counts what waits towards the limit', () => {
    const { ahead } = counted();
    ahead.learn('day', 2_000, 1_790);
    const taken = Array.from({ length: 20 }, (_, i) => ahead.take('day', 2_000, [`${i}`, '']));
    expect(taken.filter(Boolean)).toHaveLength(10);
  });

  it('asks again after it could not be counted', async () => {
    const ahead = new SpentAhead(() => Promise.resolve(undefined));
    ahead.learn('day', 20_000, 0);
    ahead.take('day', 20_000, ['one', '']);
    await ahead.close();
    expect(ahead.take('day', 20_000, ['two', ''])).toBe(false);
  });
});
