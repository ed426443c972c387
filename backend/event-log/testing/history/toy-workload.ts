import { setImmediate as nextTurn } from 'node:timers/promises';
import type { History } from './history.js';
import { runWorkload, type StoreUnderWorkload, type Workload } from './run-workload.js';
import { SeededRandom } from './seeded-random.js';
import { SeededTurns } from './seeded-turns.js';
import type { ToyBug } from './toy-bugs.js';
import { ToyStore } from './toy-store.js';

const PATIENCE_TURNS = 3_000;

export interface ToySize {
  readonly seed: number;
  readonly clients: number;
  readonly steps: number;
  readonly rounds: number;
}

/** A history of the toy store: the same one for the same seed, and in no time. */
export function toyHistory(size: ToySize, bug?: ToyBug): Promise<History> {
  const random = new SeededRandom(size.seed);
  const turns = new SeededTurns(random.fork());
  const store = new ToyStore(turns, random.fork(), bug);
  const underWorkload: StoreUnderWorkload = {
    start: () => Promise.resolve(),
    connect: () => store.door(),
    witness: () => ({ ...store.door(), read: () => Promise.resolve(store.wholeLog()) }),
    crash: async () => {
      for (let turn = random.below(8); turn > 0; turn--) await turns.next();
      store.crash();
    },
    wait: async (condition) => {
      for (let turn = 0; turn < PATIENCE_TURNS && !condition(); turn++) await nextTurn();
    },
  };
  return runWorkload(underWorkload, { ...size, ...toyLand });
}

const toyLand: Pick<Workload, 'streams' | 'mortal' | 'newEvent' | 'watched'> = {
  streams: ['kept-1', 'kept-2', 'mortal-1', 'mortal-2', 'mortal-3'],
  mortal: ['mortal-1', 'mortal-2', 'mortal-3'],
  newEvent: (random) => ({
    id: random.uuid(),
    type: random.pick(['toy.Happened.v1', 'other.Happened.v1']),
    body: `body ${random.below(1_000_000)}`,
  }),
  watched: [
    { of: '$all', after: undefined },
    { of: '$all', after: undefined, typePrefixes: ['other.'] },
    { of: 'stream', stream: 'kept-1', after: undefined },
    { of: 'stream', stream: 'mortal-1', after: undefined },
  ],
};
