import { canonicalJson } from '../history/canonical-json.js';
import { ClientDoor } from '../history/client-door.js';
import { patiently } from '../history/embedded-workload.js';
import type { History } from '../history/history.js';
import { LogDoor } from '../history/log-door.js';
import { runWorkload, type Workload } from '../history/run-workload.js';
import type { StoreDoor } from '../history/store-door.js';
import { reportedFigures } from '../sample-events.js';
import { openTemporaryStore } from '../temporary-store.js';
import type { Danger } from './danger.js';
import { MisbehavingServer } from './misbehaving-server.js';

export interface DangerousHistory {
  readonly history: History;
  /** The longest that any call of the log took, in milliseconds. */
  readonly longestMs: number;
}

const land: Omit<Workload, 'seed' | 'steps'> = {
  clients: 3,
  rounds: 1,
  streams: ['observation-1', 'observation-2'],
  mortal: [],
  newEvent: (random) => {
    const { id, type, data } = reportedFigures(`note ${random.below(1_000_000)}`, random.uuid());
    return { id, type, body: canonicalJson(data) };
  },
  watched: [{ of: '$all', after: undefined }],
};

/** What the product's event log does and sees where the server before the store has this danger. */
export async function dangerousHistory(
  danger: Danger,
  size: Pick<Workload, 'seed' | 'steps'>,
  options: { readonly appendDeadlineMs: number; readonly silenceMs: number },
): Promise<DangerousHistory> {
  const store = await openTemporaryStore();
  const server = await MisbehavingServer.start(store.connectionString);
  server.misbehave(danger);
  let longestMs = 0;
  const timed = async <Result>(call: Promise<Result>): Promise<Result> => {
    const begun = performance.now();
    const result = await call;
    longestMs = Math.max(longestMs, performance.now() - begun);
    return result;
  };
  const connect = (): StoreDoor => {
    const door = new LogDoor(server.connectionString, options, store.connectionString);
    return {
      append: (stream, expected, events) => timed(door.append(stream, expected, events)),
      remove: (stream, how, expected) => door.remove(stream, how, expected),
      read: (range) => timed(door.read(range)),
      subscribe: (wanted, deliver) => door.subscribe(wanted, deliver),
      close: () => timed(door.close()),
    };
  };
  try {
    const underWorkload = {
      start: () => Promise.resolve(),
      connect,
      witness: () => new ClientDoor(store.connectionString),
      crash: () => Promise.reject(new Error('it does not crash')),
      wait: (condition: () => boolean) => patiently(condition),
    };
    return { history: await runWorkload(underWorkload, { ...land, ...size }), longestMs };
  } finally {
    await server.stop();
    await store.remove();
  }
}
