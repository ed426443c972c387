import { FlowProducer, Queue, type FlowJob } from 'bullmq';
import { Redis } from 'ioredis';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Country } from '../../../../backend/contracts/values/country.js';
import type { Marketplace } from '../../../../backend/contracts/values/marketplace.js';
import {
  FINISH_CRAWL_JOB_NAME,
  finishCrawlJobId,
  LOOK_ATTEMPTS,
  LOOK_JOB_NAMES,
  lookJobId,
  LOOKS_QUEUE,
  type FinishCrawlJob,
  type LookJob,
} from '../../../../backend/contracts/jobs/looks.js';
import { startEmbeddedEventStore } from '../../../../backend/event-log/embedded/server.js';
import type { AnyRecordedEvent, EventLog } from '../../../../backend/event-log/event-log.js';
import { connectEventLog } from '../../../../backend/event-log/eventstoredb/connect-event-log.js';
import { startSandbox } from '../../../../backend/local-servers/sandbox/server.js';
import type { AnswerRule } from '../../../../backend/local-servers/sandbox/answers.js';
import type { Settings } from '../../settings.js';

const DEADLINE_MS = 60_000;
const QUICK_BACKOFF_MS = 10;

/** Waits until `look` gives something, and says what was waited for where it never does. */
export async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + DEADLINE_MS;
  while (Date.now() < deadline) {
    const found = await look();
    if (found !== undefined) return found;
    await wait(20);
  }
  throw new Error(`never came: ${what}`);
}

async function startRedis(folder: string): Promise<{ url: string; process: ChildProcess }> {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as AddressInfo;
  await new Promise((resolve) => holder.close(resolve));
  const redis = spawn('redis-server', [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--dir',
    folder,
  ]);
  await new Promise<void>((resolve, reject) => {
    redis.stdout.on('data', (text) => String(text).includes('Ready to accept connections') && resolve());
    redis.once('error', reject);
    redis.once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)));
  });
  return { url: `redis://127.0.0.1:${port}`, process: redis };
}

/** Everything around a crawler: a Redis of its own, an embedded event store, the sandbox, and the asking side. */
export async function setCrawlStage(now: () => Date = () => new Date()) {
  const folder = mkdtempSync(join(tmpdir(), 'crawl-stage-'));
  const redis = await startRedis(folder);
  const file = join(folder, 'events.db');
  let store = await startEmbeddedEventStore({ file, port: 0 });
  const sandbox = await startSandbox({ port: 0, now });
  const log: EventLog = connectEventLog(store.connectionString);
  const connection = new Redis(redis.url, { maxRetriesPerRequest: null });
  const queue = new Queue(LOOKS_QUEUE, { connection });
  const flows = new FlowProducer({ connection });
  const settings: Settings = {
    eventStoreUrl: store.connectionString,
    redisUrl: redis.url,
    sandboxUrl: sandbox.url,
    chromiumPath: process.env['CHROMIUM_PATH'],
    concurrency: 4,
    answerTimeoutMs: 20_000,
    drawTimeoutMs: 10_000,
    graceMs: 200,
  };

  const lookOptions = { attempts: LOOK_ATTEMPTS, backoff: { type: 'exponential', delay: QUICK_BACKOFF_MS } };

  async function events(stream: string): Promise<AnyRecordedEvent[]> {
    return Array.fromAsync(log.readStream(stream));
  }

  return {
    settings,
    log,
    queue,
    connection,
    events,

    /** All that stands in the log for one crawl, its own stream left out. */
    async looksOf(crawlId: string): Promise<AnyRecordedEvent[]> {
      const all = await Array.fromAsync(log.readAll());
      return all.filter((e) => e.metadata.correlationId === crawlId && e.type.startsWith('observation.'));
    },

    async tell(rule: Partial<AnswerRule> & Pick<AnswerRule, 'answer'>): Promise<void> {
      const reply = await fetch(`${sandbox.url}/__sandbox/answers`, {
        method: 'POST',
        body: JSON.stringify(rule),
      });
      if (!reply.ok) throw new Error(await reply.text());
    },

    async forget(): Promise<void> {
      await fetch(`${sandbox.url}/__sandbox/answers`, { method: 'DELETE' });
    },

    async requests(): Promise<{ host: string; path: string }[]> {
      return (await (await fetch(`${sandbox.url}/__sandbox/requests`)).json()) as {
        host: string;
        path: string;
      }[];
    },

    /** What the backend does when a crawl is asked for: the event, then the jobs. */
    async requestCrawl(keyword: string, marketplaces: Marketplace[], country: Country = 'US') {
      const crawlId = randomUUID();
      const requestId = randomUUID();
      await log.append(`crawl-${crawlId}`, 'no-stream', [
        {
          id: requestId,
          type: 'collection.CrawlRequested.v1',
          data: { crawlId, workspace: 'demo', keyword, country, marketplaces },
          metadata: {
            correlationId: crawlId,
            causationId: requestId,
            occurredAt: new Date().toISOString(),
            actor: 'somebody',
            producer: 'test',
            workspace: 'demo',
          },
        },
      ]);
      const looks = marketplaces.flatMap((marketplace) =>
        (['search', 'suggestions'] as const).map((look): LookJob => ({
          look,
          marketplace,
          country,
          keyword,
          slot: crawlId,
          correlationId: crawlId,
          causationId: requestId,
        })),
      );
      return { crawlId, looks, finish: { crawlId, causationId: requestId, looks } satisfies FinishCrawlJob };
    },

    async enqueue(finish: FinishCrawlJob): Promise<void> {
      const child = (job: LookJob): FlowJob => ({
        name: LOOK_JOB_NAMES[job.look],
        queueName: LOOKS_QUEUE,
        data: job,
        opts: { jobId: lookJobId(job), ...lookOptions },
      });
      await flows.add({
        name: FINISH_CRAWL_JOB_NAME,
        queueName: LOOKS_QUEUE,
        data: finish,
        opts: { jobId: finishCrawlJobId(finish.crawlId), ...lookOptions },
        children: finish.looks.map(child),
      });
    },

    async crawlEnd(crawlId: string): Promise<AnyRecordedEvent> {
      return until(`the end of crawl ${crawlId}`, async () => (await events(`crawl-${crawlId}`))[1]);
    },

    /** The event log goes away while `act` runs, and comes back with all that it had. */
    async withoutLog(act: () => Promise<void>): Promise<void> {
      const { port } = store;
      await store.close();
      await act();
      store = await startEmbeddedEventStore({ file, port });
    },

    async close(): Promise<void> {
      await queue.close();
      await flows.close();
      connection.disconnect();
      await log.close();
      await sandbox.close();
      await store.close();
      redis.process.removeAllListeners('exit');
      redis.process.kill();
      await once(redis.process, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type CrawlStage = Awaited<ReturnType<typeof setCrawlStage>>;
