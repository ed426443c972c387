import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedEventStore, type EmbeddedEventStore } from '../../embedded/server.js';
import { contractCases } from '../contract/event-log-contract.js';
import { plantedFaults } from './planted-faults.js';
import { failuresWith } from './run-with-fault.js';

/** Cases of the contract by the planted faults that they notice. */
describe(`the ${contractCases.length} cases of the contract against ${plantedFaults.length} planted faults`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'planted-faults-'));
  const noticed = new Map<string, string[]>();
  let server: EmbeddedEventStore;
  beforeAll(async () => {
    server = await startEmbeddedEventStore({ file: join(folder, 'events.db'), port: 0 });
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it('all hold behind a proxy without a fault', async () => {
    const failures = await failuresWith({ name: 'none' }, server.connectionString, 10_000);
    expect([...failures]).toEqual([]);
  }, 60_000);

  it.each(plantedFaults.map((fault) => [fault.name, fault] as const))(
    'notice a store that %s, and some of them do not',
    async (name, fault) => {
      const fresh = await startEmbeddedEventStore({
        file: join(folder, name.replaceAll(/\W/g, '_') + '.db'),
        port: 0,
      });
      const failures = await failuresWith(fault, fresh.connectionString, 1_500);
      await fresh.close();
      if (process.env['PRINT_FAULTS'])
        (await import('node:fs')).appendFileSync(
          process.env['PRINT_FAULTS'],
          JSON.stringify([name, [...failures.entries()].map(([k, v]) => [k, v.slice(0, 200)])]) + '\n',
        );
      expect(failures.size).toBeGreaterThan(0);
      expect(failures.size).toBeLessThan(contractCases.length);
      noticed.set(name, [...failures.keys()]);
    },
    60_000,
  );

  it('count: each of them notices a fault that others do not', () => {
    const counted = new Set([...noticed.values()].flat());
    const idle = contractCases.map((one) => one.name).filter((caseName) => !counted.has(caseName));
    expect(idle).toEqual([]);
    process.stdout.write(`${counted.size} cases of the event log's contract count\n`);
  });
});
