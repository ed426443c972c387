import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

export interface CheckpointUnderTest {
  /** Place up to which everything is applied; undefined: nothing yet. */
  read(): Promise<bigint | undefined>;
  /** Moves by compare-and-set and writes one row of the projection with it; throws, writing neither, if `from` is not where it stands. */
  move(from: bigint | undefined, to: bigint, row: string): Promise<void>;
  /** Rows written so far, sorted. */
  rows(): Promise<string[]>;
}

/** What any store of checkpoints must do; `open` gives a fresh one. */
export function checkpointContract(
  name: string,
  store: { setUp(): Promise<void>; tearDown(): Promise<void>; open(): Promise<CheckpointUnderTest> },
): void {
  describe(`checkpoints in ${name}`, () => {
    beforeAll(() => store.setUp(), 60_000);
    afterAll(() => store.tearDown());

    it('stand nowhere at first, which is not the same as position 0', async () => {
      const checkpoint = await store.open();
      expect(await checkpoint.read()).toBeUndefined();
      await expect(checkpoint.move(0n, 1n, 'a')).rejects.toThrow();
      await checkpoint.move(undefined, 0n, 'b');
      expect(await checkpoint.read()).toBe(0n);
    });

    it('move together with the rows, also past what fits a double', async () => {
      const checkpoint = await store.open();
      await checkpoint.move(undefined, 9_007_199_254_740_993n, 'a');
      await checkpoint.move(9_007_199_254_740_993n, 9_223_372_036_854_775_807n, 'b');
      expect(await checkpoint.read()).toBe(9_223_372_036_854_775_807n);
      expect(await checkpoint.rows()).toEqual(['a', 'b']);
    });

    it('refuse a move from where they are not, and the row with it', async () => {
      const checkpoint = await store.open();
      await checkpoint.move(undefined, 5n, 'a');
      await expect(checkpoint.move(undefined, 6n, 'b')).rejects.toThrow();
      await expect(checkpoint.move(4n, 6n, 'c')).rejects.toThrow();
      expect(await checkpoint.read()).toBe(5n);
      expect(await checkpoint.rows()).toEqual(['a']);
    });

    it('let one of many movers from the same place win', async () => {
      const checkpoint = await store.open();
      const movers = ['a', 'b', 'c', 'd', 'e'].map((row, index) =>
        checkpoint.move(undefined, BigInt(index + 1), row),
      );
      const won = (await Promise.allSettled(movers)).filter((outcome) => outcome.status === 'fulfilled');
      expect(won).toHaveLength(1);
      expect(await checkpoint.rows()).toHaveLength(1);
    });
  });
}
