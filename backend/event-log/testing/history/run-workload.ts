import type { History, SentEvent, Wanted } from './history.js';
import { Recorder } from './recorder.js';
import { SeededRandom } from './seeded-random.js';
import type { StoreDoor } from './store-door.js';
import { Watcher } from './watcher.js';
import { SharedKnowledge, WorkloadClient } from './workload-client.js';

/** A store that a workload can start, use and crash. */
export interface StoreUnderWorkload {
  start(): Promise<void>;
  /** One more client of the store as it runs now. */
  connect(): StoreDoor;
  /** A client that nothing comes between: what the log is in the end. */
  witness(): StoreDoor;
  /** Ends it without a warning. */
  crash(): Promise<void>;
  /** Waits until the condition holds, or gives up: the checker then says what is missing. */
  wait(condition: () => boolean): Promise<void>;
}

export interface Workload {
  readonly seed: number;
  readonly clients: number;
  /** How many things each client does in a round. */
  readonly steps: number;
  /** All rounds but the last end with a crash at a seeded moment. */
  readonly rounds: number;
  readonly streams: readonly string[];
  /** Those of them that may be deleted. */
  readonly mortal: readonly string[];
  readonly newEvent: (random: SeededRandom) => SentEvent;
  /** Subscriptions that begin anew, from their last place, after each crash. */
  readonly watched: readonly Wanted[];
  /** Subscriptions of clients that are left alone with the crashes. */
  readonly lasting?: readonly Wanted[];
}

/** Lets many clients loose on a store. @returns what they did and saw, with the whole log at the end. */
export async function runWorkload(store: StoreUnderWorkload, workload: Workload): Promise<History> {
  const random = new SeededRandom(workload.seed);
  const recorder = new Recorder();
  const shared = new SharedKnowledge(workload.streams, workload.mortal, workload.newEvent);
  const clients = Array.from({ length: workload.clients }, () => new WorkloadClient(random.fork(), shared));
  const watchers = workload.watched.map((wanted) => new Watcher(wanted));
  const lasting = (workload.lasting ?? []).map((wanted) => new Watcher(wanted));
  const lastingDoors: StoreDoor[] = [];
  let doors: StoreDoor[] = [];
  for (let round = 1; round <= workload.rounds; round++) {
    await store.start();
    doors = [...clients, ...watchers].map(() => recorder.door(store.connect()));
    for (const watcher of round === 1 ? lasting : []) {
      const door = recorder.door(store.connect());
      lastingDoors.push(door);
      watcher.watch(door);
    }
    for (const [n, watcher] of watchers.entries()) watcher.watch(doorAt(doors, clients.length + n));
    const all = workload.clients * workload.steps;
    const crashAt = round < workload.rounds ? Math.ceil(all * (0.2 + 0.7 * random.next())) : Infinity;
    await runRound(store, clients, doors, workload.steps, crashAt);
    if (round < workload.rounds) await Promise.all(doors.map((door) => door.close()));
  }
  const log = await wholeLog(store.witness());
  await doorAt(doors, 0).read({ of: '$all' });
  for (const [n, stream] of workload.streams.entries())
    await doorAt(doors, n % clients.length).read({ of: 'stream', stream });
  const subscribers = [...watchers, ...lasting];
  await store.wait(() => subscribers.every((watcher) => watcher.has(log)));
  await Promise.all(subscribers.map((watcher) => watcher.stop()));
  await Promise.all([...doors, ...lastingDoors].map((door) => door.close()));
  return { operations: recorder.operations, log };
}

async function runRound(
  store: StoreUnderWorkload,
  clients: readonly WorkloadClient[],
  doors: readonly StoreDoor[],
  steps: number,
  crashAt: number,
): Promise<void> {
  let done = 0;
  let crash: Promise<void> | undefined;
  const work = async (client: WorkloadClient, door: StoreDoor) => {
    for (let step = 0; step < steps && !crash; step++) {
      await client.step(door);
      if (++done < crashAt || crash) continue;
      // In the middle of something, whatever the others are at.
      const last = client.step(door);
      crash = store.crash();
      await last;
    }
  };
  await Promise.all(clients.map((client, n) => work(client, doorAt(doors, n))));
  await crash;
}

async function wholeLog(door: StoreDoor): Promise<History['log']> {
  const outcome = await door.read({ of: '$all' });
  await door.close();
  if (outcome.kind !== 'read') throw new Error(`the log at the end cannot be read: ${outcome.kind}`);
  return outcome.events;
}

function doorAt(doors: readonly StoreDoor[], n: number): StoreDoor {
  const door = doors[n];
  if (!door) throw new RangeError(`there is no client ${n}`);
  return door;
}
