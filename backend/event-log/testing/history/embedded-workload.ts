import { setTimeout as delay } from 'node:timers/promises';
import { startFaultyProxy } from '../faults/faulty-proxy.js';
import type { Fault } from '../faults/fault.js';
import { openTemporaryStore } from '../temporary-store.js';
import { canonicalJson } from './canonical-json.js';
import { ClientDoor } from './client-door.js';
import type { History } from './history.js';
import { runWorkload, type Workload } from './run-workload.js';

const PATIENCE_MS = 10_000;

/** Waits in real time, and gives up in silence. */
export async function patiently(condition: () => boolean, patienceMs = PATIENCE_MS): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!condition() && performance.now() < deadline) await delay(5);
}

const land: Pick<Workload, 'streams' | 'mortal' | 'newEvent' | 'watched'> = {
  streams: ['kept-1', 'kept-2', 'mortal-1', 'mortal-2', 'mortal-3'],
  mortal: ['mortal-1', 'mortal-2', 'mortal-3'],
  newEvent: (random) => ({
    id: random.uuid(),
    type: random.pick(['trial.Happened.v1', 'other.Happened.v1']),
    body: canonicalJson({ n: random.below(1_000_000), text: 'ä'.repeat(random.below(50)) }),
  }),
  watched: [
    { of: '$all', after: undefined },
    { of: '$all', after: undefined, typePrefixes: ['other.'] },
    { of: 'stream', stream: 'kept-1', after: undefined },
    { of: 'stream', stream: 'mortal-1', after: undefined },
  ],
};

/**
 * A history of the embedded store in this process, through the client and, with a fault, through a proxy that plants it.
 * @param patienceMs how long subscribers may wait for the last events.
 */
export async function embeddedHistory(
  size: Pick<Workload, 'seed' | 'clients' | 'steps'>,
  fault?: Fault,
  patienceMs = PATIENCE_MS,
): Promise<History> {
  const store = await openTemporaryStore();
  const proxy = fault && (await startFaultyProxy(store.connectionString, fault));
  const { connectionString } = proxy ?? store;
  try {
    const underWorkload = {
      start: () => Promise.resolve(),
      connect: () => new ClientDoor(connectionString),
      witness: () => new ClientDoor(store.connectionString),
      crash: () => Promise.reject(new Error('it runs in this process')),
      wait: (condition: () => boolean) => patiently(condition, patienceMs),
    };
    return await runWorkload(underWorkload, { ...size, ...land, rounds: 1 });
  } finally {
    await proxy?.close();
    await store.remove();
  }
}
