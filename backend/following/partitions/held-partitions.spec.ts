import { describe, expect, it } from '@jest/globals';
import { HeldPartitions } from './held-partitions.js';

describe('partitions held together', () => {
  it('begin with those that have nothing yet, however far the others are', () => {
    const held = new HeldPartitions(
      [
        [0, 7n],
        [1, undefined],
        [2, 7n],
      ],
      3,
    );
    expect(held.least).toBeUndefined();
    expect(held.hindmost(9n)).toEqual({ partitions: [1], from: undefined, to: 7n });
    held.move([1], 7n);
    expect(held.hindmost(9n)).toEqual({ partitions: [0, 1, 2], from: 7n, to: 9n });
    held.move([0, 1, 2], 9n);
    expect(held.hindmost(9n)).toBeUndefined();
  });

  it('bring the hindmost only to where the next one stands', () => {
    const held = new HeldPartitions(
      [
        [0, 30n],
        [1, 10n],
        [2, 20n],
      ],
      3,
    );
    expect(held.hindmost(25n)).toEqual({ partitions: [1], from: 10n, to: 20n });
    expect(held.hindmost(15n)).toEqual({ partitions: [1], from: 10n, to: 15n });
  });
});
