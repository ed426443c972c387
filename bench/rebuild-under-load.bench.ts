import { setTimeout as pause } from 'node:timers/promises';
import { connectEventLog } from '../backend/event-log/eventstoredb/connect-event-log.js';
import { migrate } from '../backend/local-servers/migrate.js';
import { Bearer } from '../backend/src/platform/testing/bearer.js';
import { percentile, type Benchmark } from './figure.js';
import { fill } from './rebuild.bench.js';
import { BenchServers } from './servers.js';

const EVENTS = Number(process.env['BENCH_REBUILD_EVENTS'] ?? 1_000_000);
const CONNECTIONS = 50;
/** Between two requests of one reader: 50 readers without a pause would measure how a full queue grows, not a rebuild. */
const THOUGHT_MS = 100;
const USUAL_MS = Number(process.env['BENCH_USUAL_MS'] ?? 20_000);
/** Each finds fewer keywords than a page holds, so a row that is missing shows. */
const QUERIES = ['planner 1', 'tracker 2', 'retro svg', 'boho clipart', 'floral font 1', 'pastel journal'];

/** `GET /keywords` on many connections: how long each took, and whether any answer was ever poorer than one before. */
class Readers {
  private readonly most = new Map<string, number>();
  private times: number[] = [];
  private reading = true;
  private readonly all: Promise<unknown>;
  fewer = 0;

  constructor(
    private readonly address: string,
    private readonly bearer: Bearer,
  ) {
    this.all = Promise.all(Array.from({ length: CONNECTIONS }, (_, reader) => this.read(reader)));
  }

  /** The times since they were last asked for. */
  take(): number[] {
    const taken = this.times;
    this.times = [];
    return taken;
  }

  async stop(): Promise<void> {
    this.reading = false;
    await this.all;
  }

  private async read(reader: number): Promise<void> {
    await pause((THOUGHT_MS * reader) / CONNECTIONS);
    for (let turn = reader; this.reading; turn += 1) {
      const query = QUERIES[turn % QUERIES.length] ?? '';
      const startedAt = performance.now();
      const response = await fetch(
        `${this.address}/api/v1/keywords?limit=100&query=${encodeURIComponent(query)}`,
        { headers: await this.bearer.headers() },
      );
      const body = (await response.json()) as { items?: unknown[] };
      this.times.push(performance.now() - startedAt);
      if (response.status !== 200 || !body.items) throw new Error(`answered ${response.status}`);
      const most = this.most.get(query) ?? 0;
      if (body.items.length < most) this.fewer += 1;
      this.most.set(query, Math.max(most, body.items.length));
      await pause(THOUGHT_MS);
    }
  }
}

interface Standing {
  readonly name: string;
  readonly build: number;
  readonly lag: number;
  readonly position: string | null;
  readonly status: string;
  readonly error?: string;
  readonly rebuild?: { readonly percent: number; readonly error?: string };
}

/** A rebuild of the keyword read models while many read them. */
export const rebuildUnderLoadBenchmark: Benchmark = {
  name: 'rebuild-under-load',
  async run(say) {
    const servers = new BenchServers();
    try {
      const env = await servers.product();
      await migrate(env.DATABASE_URL);
      const log = connectEventLog(env.EVENTSTORE_URL);
      await fill(log, EVENTS, say);
      await log.close();
      await servers.program('projector', 'backend/src/main.projector.js', env);
      await servers.program('api', 'backend/src/main.api.js', env);
      const address = `http://127.0.0.1:${env.PORT}`;
      const bearer = new Bearer(() => address);
      const standing = async (): Promise<Standing | undefined> => {
        const response = await fetch(`${address}/api/v1/projections`, { headers: await bearer.headers() });
        const { items } = (await response.json()) as { items: Standing[] };
        return items.find(({ name }) => name === 'keywords');
      };
      say('… waiting for the first build');
      for (;;) {
        const now = await standing();
        if (now?.error) throw new Error(now.error);
        if (now?.position && now.lag === 0 && now.status === 'running') break;
        await pause(500);
      }

      say(`… ${CONNECTIONS} readers, and nothing else`);
      const readers = new Readers(address, bearer);
      await pause(2_000);
      readers.take();
      await pause(USUAL_MS);
      const usual = readers.take();

      say('… the same readers, and a rebuild');
      const before = (await standing())?.build;
      const startedAt = performance.now();
      const asked = await fetch(`${address}/api/v1/projections/keywords/rebuild`, {
        method: 'POST',
        headers: await bearer.headers(),
      });
      if (asked.status !== 202) throw new Error(`the rebuild was answered ${asked.status}`);
      for (;;) {
        const now = await standing();
        const error = now?.error ?? now?.rebuild?.error;
        if (error) throw new Error(error);
        if (now && now.build !== before && !now.rebuild) break;
        await pause(250);
      }
      const seconds = (performance.now() - startedAt) / 1_000;
      const during = readers.take();
      await pause(5_000);
      const after = readers.take();
      await readers.stop();
      say(
        `… rebuilt in ${seconds.toFixed(1)} s; ${usual.length + during.length + after.length} answers, ` +
          `p99 ${percentile(after, 99).toFixed(1)} ms in the 5 s after the switch`,
      );
      return [
        {
          figure: `GET /keywords during a rebuild of ${EVENTS.toLocaleString('en')} events, ${CONNECTIONS} readers, p99`,
          value: percentile([...during, ...after], 99),
          unit: 'ms',
          yardstick: 'p99 of the same readers before it',
          yardstickValue: percentile(usual, 99),
          target: { of: 'ratio', atMost: 2 },
        },
        {
          figure: 'answers with fewer rows than one before, through rebuild and switch',
          value: readers.fewer,
          unit: 'answers',
          target: { of: 'value', atMost: 0 },
        },
        {
          figure: 'pace of the rebuild beside the readers',
          value: EVENTS / seconds,
          unit: 'events/s',
        },
      ];
    } finally {
      await servers.stop();
    }
  },
};
