import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkHistory } from './check-history.js';
import { toyBugs, type ToyBug } from './toy-bugs.js';
import { toyHistory } from './toy-workload.js';

const SEEDS = Array.from({ length: 12 }, (_unused, n) => n + 1);
const violations = async (seed: number, bug?: ToyBug) =>
  checkHistory(await toyHistory({ seed, clients: 6, steps: 30, rounds: 3 }, bug));

describe('the history checker', () => {
  it('raises no alarm about any history of a store that is right, crashes and all', async () => {
    const size = fc.record({
      seed: fc.nat(),
      clients: fc.integer({ min: 1, max: 6 }),
      steps: fc.integer({ min: 1, max: 40 }),
      rounds: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(size, async (one) => {
        expect(checkHistory(await toyHistory(one))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  describe('with workloads in which the store that is right passes', () => {
    beforeAll(async () => {
      for (const seed of SEEDS) expect(await violations(seed)).toEqual([]);
    });

    it.each(Object.entries(toyBugs))('finds a store that %s: %s', async (bug, name) => {
      const found = new Set<string>();
      for (const seed of SEEDS)
        if (!found.has(name))
          for (const violation of await violations(seed, bug as ToyBug)) found.add(violation.name);
      expect([...found]).toContain(name);
    });
  });
});
