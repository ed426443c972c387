import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Redis } from 'ioredis';
import { startEmbeddedEventStore } from '../../../event-log/embedded/server.js';
import type { AnyRecordedEvent, EventLog } from '../../../event-log/event-log.js';
import { connectEventLog } from '../../../event-log/eventstoredb/connect-event-log.js';
import { connectOrm } from '../../../following/runner/connect-orm.js';
import { rows } from '../../../following/runner/database.js';
import { startProjector } from '../../../following/runner/start-projector.js';
import { LiveBuilds } from '../../../following/waiting/live-builds.js';
import { startTestPostgres } from '../../../following/testing/test-postgres.js';
import { createApi, type ApiOptions } from '../../api.js';
import { projections } from '../../projections.js';
import { startReacting } from '../../start-reacting.js';
import { openLooksQueue, type LooksQueue } from '../queues/looks-queue.js';
import { redisForQueues } from '../queues/redis.js';
import { startTestRedis } from './test-redis.js';
import { jsonLog, type LogFields } from '../observability/log.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // A body of the API is whatever the test says it is.
  readonly body: Record<string, unknown> & {
    errors?: { path: string; message: string }[];
    items?: Record<string, unknown>[];
  };
  readonly text: string;
}

/** The whole API over real stores, with a projector and the reactions beside it. */
export interface TestProduct {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly redisUrl: string;
  readonly eventLog: EventLog;
  readonly looks: LooksQueue;
  /** For more queues on the same Redis. */
  readonly queueConnection: Redis;
  /** What the API logged, newest last. */
  readonly logged: readonly LogFields[];
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  delete(path: string, body?: unknown): Promise<Answer>;
  /** Any request, the body as it is. */
  ask(path: string, init: RequestInit): Promise<Answer>;
  /** Everything in the log, oldest first. */
  recorded(): Promise<AnyRecordedEvent[]>;
  /** Stops and starts what follows the log. */
  stopFollowing(): Promise<void>;
  startFollowing(): Promise<void>;
  /** The reactions begin with the first event again. */
  forgetReactions(): Promise<void>;
  /** The log does not answer any more. */
  stopEventStore(): Promise<void>;
  /** Takes a table away from under a projection. */
  breakTable(projection: string, table: string): Promise<void>;
  close(): Promise<void>;
}

export async function startTestProduct(
  options: { config?: Partial<ApiOptions['config']>; dashboardFolder?: string } = {},
): Promise<TestProduct> {
  const folder = mkdtempSync(join(tmpdir(), 'keywords-product-'));
  const closing: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of closing.reverse()) await step();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const postgres = await startTestPostgres();
    closing.push(() => postgres.stop());
    const redis = await startTestRedis();
    closing.push(() => redis.stop());
    const store = await startEmbeddedEventStore({ file: join(folder, 'events.db'), port: 0 });
    let stored: Promise<void> | undefined;
    const stopEventStore = () => (stored ??= store.close());
    closing.push(stopEventStore);
    const databaseUrl = await postgres.createDatabase();
    const eventLog = connectEventLog(store.connectionString);
    closing.push(() => eventLog.close());
    const orm = await connectOrm(databaseUrl, { poolSize: projections.length + 5 });
    closing.push(() => orm.close());
    const looks = openLooksQueue(redis.url, () => undefined);
    closing.push(() => looks.close());

    const queueConnection = redisForQueues(redis.url, () => undefined);
    closing.push(() => Promise.resolve(queueConnection.disconnect()));

    let following: (() => Promise<void>)[] = [];
    const stopFollowing = async () => {
      await Promise.all(following.splice(0).map((stop) => stop()));
    };
    const startFollowing = async () => {
      const projector = await startProjector({ orm, eventLog, projections });
      const reacting = await startReacting({
        orm,
        eventLog,
        redisUrl: redis.url,
        onError: () => undefined,
        lookEveryMs: 50,
      });
      following = [() => projector.stop(), () => reacting.stop()];
    };
    await startFollowing();
    closing.push(stopFollowing);

    const logged: LogFields[] = [];
    const app = await createApi({
      log: jsonLog((line) => logged.push(JSON.parse(line) as LogFields)),
      config: {
        EVENTSTORE_URL: store.connectionString,
        DATABASE_URL: databaseUrl,
        REDIS_URL: redis.url,
        HOST: '127.0.0.1',
        PORT: 0,
        MARKETPLACES: 'sandbox',
        DEMO: false,
        CURSOR_SECRET: 'sixteen or more characters',
        ...options.config,
      },
      ...(options.dashboardFolder === undefined ? {} : { dashboardFolder: options.dashboardFolder }),
    });
    closing.push(() => app.close());
    await app.listen(0, '127.0.0.1');
    const url = await app.getUrl();
    const ask = async (path: string, init: RequestInit): Promise<Answer> => {
      const answer = await fetch(url + path, init);
      const text = await answer.text();
      const isJson = /json/.test(answer.headers.get('content-type') ?? '') && text !== '';
      return {
        status: answer.status,
        headers: answer.headers,
        text,
        body: isJson ? (JSON.parse(text) as Answer['body']) : {},
      };
    };
    const json = { 'content-type': 'application/json' };
    return {
      app,
      url,
      redisUrl: redis.url,
      eventLog,
      looks,
      queueConnection,
      logged,
      ask,
      get: (path, headers = {}) => ask(path, { headers }),
      post: (path, body, headers = {}) =>
        ask(path, { method: 'POST', body: JSON.stringify(body), headers: { ...json, ...headers } }),
      delete: (path, body) =>
        ask(
          path,
          body === undefined
            ? { method: 'DELETE' }
            : { method: 'DELETE', body: JSON.stringify(body), headers: json },
        ),
      recorded: () => Array.fromAsync(eventLog.readAll()),
      stopFollowing,
      startFollowing,
      stopEventStore,
      breakTable: async (projection, table) => {
        const schema = await app.get(LiveBuilds).schemaOf(projection);
        await rows(orm, `drop table "${schema}"."${table}"`);
      },
      forgetReactions: async () => void (await rows(orm, 'delete from following.reactions')),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
