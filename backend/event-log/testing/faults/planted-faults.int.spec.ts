import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contractCases } from '../contract/event-log-contract.js';
import { openTemporaryStore, type TemporaryStore } from '../temporary-store.js';
import { noticing } from './noticing.js';
import { plantedFaults } from './planted-faults.js';
import { failuresWith } from './run-with-fault.js';

const casesNamed = (names: readonly string[]) => contractCases.filter(({ name }) => names.includes(name));

/** A case of the contract counts only where a planted fault makes it fail that does not make all of them fail. */
describe(`the ${contractCases.length} cases of the contract against ${plantedFaults.length} planted faults`, () => {
  let store: TemporaryStore;
  beforeAll(async () => {
    store = await openTemporaryStore();
  });
  afterAll(() => store.remove());

  it('have names of their own and are each said to notice a fault', () => {
    const names = contractCases.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const claimed = new Set(Object.values(noticing).flatMap(({ noticed }) => noticed));
    expect([...claimed].sort()).toEqual([...names].sort());
    expect(Object.keys(noticing).sort()).toEqual(plantedFaults.map(({ name }) => name).sort());
    process.stdout.write(`${claimed.size} cases of the event log's contract count\n`);
  });

  it('all hold behind the proxy when it plants no fault', async () => {
    const failures = await failuresWith({ name: 'none' }, store.connectionString, 10_000, contractCases);
    expect([...failures]).toEqual([]);
  }, 60_000);

  it.each(plantedFaults.map((fault) => [fault.name, fault] as const))(
    'notice a store that %s, and not all of them do',
    async (name, fault) => {
      const { noticed = [], unharmed = '' } = noticing[name] ?? {};
      const cases = casesNamed([...noticed, unharmed]);
      expect(cases).toHaveLength(noticed.length + 1);
      const failures = await failuresWith(fault, store.connectionString, 1_500, cases);
      expect([...failures.keys()].sort()).toEqual([...noticed].sort());
    },
    60_000,
  );
});
