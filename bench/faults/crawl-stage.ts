import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { Queue } from 'bullmq';
import { startCrawler } from '../../crawler/src/start-crawler.js';
import { SCHEDULES_QUEUE } from '../../backend/contracts/jobs/schedules.js';
import { startEmbeddedEventStore } from '../../backend/event-log/embedded/server.js';
import type { EventLog } from '../../backend/event-log/event-log.js';
import { connectEventLog } from '../../backend/event-log/eventstoredb/connect-event-log.js';
import { connectOrm } from '../../backend/following/database/connect-orm.js';
import { startProjector } from '../../backend/following/runner/start-projector.js';
import { startRedis } from '../../backend/local-servers/redis.js';
import { freePort } from '../../backend/local-servers/run-file.js';
import { projections } from '../../backend/src/projections.js';
import { startReacting } from '../../backend/src/start-reacting.js';
import { Killable } from './killable.js';

const LOOK_EVERY_MS = 100;
const LOOKS_AT_ONCE = 4;

/** Everything that makes looks of events: Redis in a process of its own, the rest of the product here. */
export interface CrawlStage {
  readonly log: EventLog;
  /** Empties Redis while it runs. */
  flush(): Promise<void>;
  /** Kills Redis and starts an empty one in its place. */
  killAndForget(): Promise<void>;
  /** Keys of the daily schedules. */
  schedules(): Promise<string[]>;
  close(): Promise<void>;
}

export async function openCrawlStage(options: {
  readonly folder: string;
  readonly databaseUrl: string;
  readonly sandboxUrl: string;
}): Promise<CrawlStage> {
  const { folder, databaseUrl, sandboxUrl } = options;
  mkdirSync(folder, { recursive: true });
  const redisFolder = join(folder, 'redis');
  const redisOptions = { folder: redisFolder, port: await freePort('REDIS_PORT', 0), password: 'faults' };
  const server = new Killable(() => startRedis(redisOptions));
  const { url: redisUrl } = await server.start();
  const store = await startEmbeddedEventStore({ file: join(folder, 'events.db'), port: 0 });
  const eventStoreUrl = store.connectionString;
  const log = connectEventLog(eventStoreUrl);
  const orm = await connectOrm(databaseUrl, { poolSize: 2 * projections.length + 8 });
  const projector = await startProjector({ orm, eventLog: log, projections });
  const reacting = await startReacting({
    orm,
    eventLog: log,
    redisUrl,
    config: { DEMO: false, PLAN_WITHOUT_SUBSCRIPTION: 'starter' },
    onError: () => undefined,
    lookEveryMs: LOOK_EVERY_MS,
  });
  const crawler = await startCrawler(
    {
      eventStoreUrl,
      redisUrl,
      sandboxUrl,
      chromiumPath: undefined,
      concurrency: LOOKS_AT_ONCE,
      answerTimeoutMs: 20_000,
      drawTimeoutMs: 10_000,
      graceMs: 200,
    },
    () => undefined,
  );
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  const queue = new Queue(SCHEDULES_QUEUE, { connection: redis });
  queue.on('error', () => undefined);
  return {
    log,
    async flush() {
      await redis.flushall();
    },
    async killAndForget() {
      await server.kill();
      rmSync(redisFolder, { recursive: true, force: true });
      await server.start();
    },
    schedules: async () => (await queue.getJobSchedulers()).map(({ key }) => key),
    async close() {
      await Promise.all([reacting.stop(), crawler.close(), projector.stop()]);
      await queue.close();
      redis.disconnect();
      await log.close();
      await orm.close();
      await store.close();
      await server.stop();
    },
  };
}
