import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { SpawnedStore } from '../../embedded/testing/spawned-store.js';
import { reportedFigures } from '../sample-events.js';
import { canonicalJson } from './canonical-json.js';
import { ClientDoor } from './client-door.js';
import { patiently } from './embedded-workload.js';
import type { History } from './history.js';
import { LogDoor } from './log-door.js';
import { runWorkload, type StoreUnderWorkload, type Workload } from './run-workload.js';
import { SeededRandom } from './seeded-random.js';

const LONGEST_DELAY_MS = 5;

/** The embedded store in a process of its own, at one address and on one file through all of its lives. */
class KilledStore implements StoreUnderWorkload {
  #process: SpawnedStore | undefined;
  #connectionString = '';

  constructor(
    private readonly dataDir: string,
    private readonly random: SeededRandom,
  ) {}

  async start(): Promise<void> {
    const port = new URL(this.#connectionString || 'esdb://127.0.0.1:0').port;
    this.#process = SpawnedStore.spawn({ DATA_DIR: this.dataDir, EVENTSTORE_PORT: port || '0' });
    this.#connectionString = await this.#process.connectionString();
  }

  connect(): LogDoor {
    return new LogDoor(this.#connectionString);
  }

  witness(): ClientDoor {
    return new ClientDoor(this.#connectionString);
  }

  async crash(): Promise<void> {
    await delay(LONGEST_DELAY_MS * this.random.next());
    await this.#process?.kill('SIGKILL');
  }

  wait(condition: () => boolean): Promise<void> {
    return patiently(condition);
  }

  async remove(): Promise<void> {
    await this.#process?.kill('SIGKILL');
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

const land: Pick<Workload, 'streams' | 'mortal' | 'newEvent' | 'watched' | 'lasting'> = {
  streams: [1, 2, 3, 4].map((n) => `observation-${n}`),
  mortal: ['observation-3', 'observation-4'],
  newEvent: (random) => {
    const { id, type, data } = reportedFigures(`note ${random.below(1_000_000)}`, random.uuid());
    return { id, type, body: canonicalJson(data) };
  },
  watched: [
    { of: '$all', after: undefined },
    { of: 'stream', stream: 'observation-1', after: undefined },
  ],
  lasting: [{ of: '$all', after: undefined }],
};

/** A history of the event log before a store that is killed with SIGKILL at the end of each round but the last. */
export async function killedStoreHistory(
  size: Pick<Workload, 'seed' | 'clients' | 'steps' | 'rounds'>,
): Promise<History> {
  const folder = await mkdtemp(join(tmpdir(), 'history-'));
  const store = new KilledStore(folder, new SeededRandom(size.seed + 1));
  try {
    return await runWorkload(store, { ...size, ...land });
  } finally {
    await store.remove();
  }
}
