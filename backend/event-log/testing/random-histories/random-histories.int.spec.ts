import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Fault } from '../faults/fault.js';
import { startFaultyProxy } from '../faults/faulty-proxy.js';
import { plantedFaults } from '../faults/planted-faults.js';
import { openTemporaryStore, type TemporaryStore } from '../temporary-store.js';
import { history } from './operation.js';
import { StoreDoor } from './real-store.js';
import { disagreementIn, type Disagreement } from './run-history.js';
import { StoreModel } from './store-model.js';
import { wrongModels } from './wrong-models.js';

/** `npm test` tries so many; more by HISTORIES=1000. */
const HISTORIES = Number(process.env['HISTORIES'] ?? 60);
/** Among so many a plain mistake must show itself. */
const ENOUGH = 150;

let store: TemporaryStore;
let door: StoreDoor;
beforeAll(async () => {
  store = await openTemporaryStore();
  door = new StoreDoor(store.connectionString, async () => {
    await store.stop();
    await store.startAgain();
  });
});
afterAll(async () => {
  await door.close();
  await store.remove();
});

/** The first disagreement in many histories without restarts, undefined where there is none in any. */
async function firstDisagreement(at: StoreDoor, model: () => StoreModel): Promise<Disagreement | undefined> {
  for (const operations of fc.sample(history, { numRuns: ENOUGH, seed: 7 })) {
    const undisturbed = operations.filter(({ kind }) => kind !== 'restart');
    const found = await disagreementIn(undisturbed, at, model());
    if (found) return found;
  }
  return undefined;
}

describe('random histories of appends, repeats, deletes, metadata, reads and restarts', () => {
  it(`are answered by the embedded store as its model answers them, ${HISTORIES} of them`, async () => {
    await fc.assert(
      fc.asyncProperty(history, async (operations) => {
        expect(await disagreementIn(operations, door)).toBeUndefined();
      }),
      { numRuns: HISTORIES },
    );
  }, 600_000);
});

describe('a model that is wrong in one rule', () => {
  it.each(Object.entries(wrongModels))(
    'is found out when it %s',
    async (_name, model) => {
      expect(await firstDisagreement(door, model)).toBeDefined();
    },
    120_000,
  );
});

const telling = new Set([
  'answers revisions one too high',
  'stores the events of an append in reverse',
  'takes the expectation of a stream for that of none',
  'counts expected revisions from one',
  'refuses to tell which revision it found',
  'knows no id again',
  'takes every append in a call of its own, whatever it expects',
  'ignores how many events a read asks for',
  'reads a stream that never was as an empty one',
  'soft-deletes for a tombstone',
  'deletes whatever is expected',
  'keeps one event more than the greatest count',
  'truncates one event too many',
  'leaves metadata out of $all',
  'loses every third event of a subscription',
  'gives the first event of a subscription twice',
]);
const faults = plantedFaults.filter(({ name }) => telling.has(name));

describe('a store with one fault', () => {
  it('is planted for each of the faults that histories are said to find', () => {
    expect(faults).toHaveLength(telling.size);
  });

  it.each(faults.map((fault): [string, Fault] => [fault.name, fault]))(
    'is found out when it %s',
    async (_name, fault) => {
      const proxy = await startFaultyProxy(store.connectionString, fault);
      const faulty = new StoreDoor(proxy.connectionString, () => Promise.resolve());
      const found = await firstDisagreement(faulty, () => new StoreModel());
      await faulty.close();
      await proxy.close();
      expect(found).toBeDefined();
    },
    120_000,
  );
});
