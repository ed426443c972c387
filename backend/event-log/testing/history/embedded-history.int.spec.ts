import { describe, expect, it } from '@jest/globals';
import { plantedFaults } from '../faults/planted-faults.js';
import { checkHistory } from './check-history.js';
import { embeddedHistory } from './embedded-workload.js';
import { ClientDoor } from './client-door.js';
import type { Violation, ViolationName } from './history.js';
import { Recorder } from './recorder.js';
import { SeededRandom } from './seeded-random.js';
import type { StoreDoor } from './store-door.js';
import { openTemporaryStore } from '../temporary-store.js';

const SIZE = { seed: 7, clients: 5, steps: 25 };

/** Faults that are planted into what the real store and the client say to each other, and what they must be found as. */
const faults: Readonly<Record<string, ViolationName>> = {
  'answers revisions one too high': 'wrong revision told',
  'takes every append, whatever it expects': 'stale expectation accepted',
  'stores each event of an append twice': 'stored twice',
  'knows no id again': 'event of nobody',
  'loses the last event of each read': 'stale read',
  'gives each event of a read twice': 'read out of order',
  'gives every second event of a subscription twice': 'subscription doubled an event',
  'loses every third event of a subscription': 'subscription skipped an event',
};

/** A read that takes a while, and writers who go on meanwhile with appends of three events. */
async function longReadsAmongAppends(): Promise<readonly Violation[]> {
  const store = await openTemporaryStore();
  const recorder = new Recorder();
  const random = new SeededRandom(1);
  const [writer, reader] = [store, store].map(({ connectionString }) =>
    recorder.door(new ClientDoor(connectionString)),
  ) as [StoreDoor, StoreDoor];
  const body = JSON.stringify({ text: 'x'.repeat(500) });
  const three = () => [1, 2, 3].map(() => ({ id: random.uuid(), type: 'trial.Happened.v1', body }));
  const places: bigint[] = [];
  for (let n = 0; n < 12; n++) {
    const hundred = Array.from({ length: 34 }, three).flat();
    const outcome = await writer.append('long-1', 'any', hundred);
    if (outcome.kind === 'stored') places.push(outcome.position);
  }
  let isOver = false;
  const writing = (async () => {
    while (!isOver) await Promise.all([1, 2, 3, 4].map((n) => writer.append(`short-${n}`, 'any', three())));
  })();
  for (const after of places.slice(0, 10)) await reader.read({ of: '$all', after });
  isOver = true;
  await writing;
  const whole = await reader.read({ of: '$all' });
  await Promise.all([writer.close(), reader.close()]);
  await store.remove();
  return checkHistory({
    operations: recorder.operations,
    log: whole.kind === 'read' ? whole.events : [],
  });
}

describe('a history of many clients of the embedded store', () => {
  it('shows no part of an append at the end of a long read, though it goes on while the read lasts', async () => {
    expect(await longReadsAmongAppends()).toEqual([]);
  });

  it.each([1, 2, 3])('is explained by a store that does one thing after another (seed %d)', async (seed) => {
    const history = await embeddedHistory({ seed, clients: 8, steps: 40 });
    expect(checkHistory(history)).toEqual([]);
    expect(history.log.length).toBeGreaterThan(100);
  });

  it.each(Object.entries(faults))('is not when the store %s: %s', async (name, found) => {
    const fault = plantedFaults.find((planted) => planted.name === name);
    const history = await embeddedHistory(SIZE, fault ?? { name: 'none' }, 1_000);
    expect(checkHistory(history).map((violation) => violation.name)).toContain(found);
  });
});
