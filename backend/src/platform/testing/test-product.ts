import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Redis } from 'ioredis';
import { startEmbeddedEventStore } from '../../../event-log/embedded/server.js';
import type { AnyRecordedEvent, EventLog } from '../../../event-log/event-log.js';
import { connectEventLog } from '../../../event-log/eventstoredb/connect-event-log.js';
import { connectOrm } from '../../../following/database/connect-orm.js';
import { rows } from '../../../following/database/database.js';
import { startProjector } from '../../../following/runner/start-projector.js';
import { LiveBuilds } from '../../../following/waiting/live-builds.js';
import { startTestPostgres } from '../../../following/testing/test-postgres.js';
import { createApi, type ApiOptions } from '../../api.js';
import { openStripe } from '../../features/billing/stripe/open-stripe.js';
import { projections } from '../../projections.js';
import { startReacting } from '../../start-reacting.js';
import { openLooksQueue, type LooksQueue } from '../queues/looks-queue.js';
import { redisForQueues } from '../queues/redis.js';
import type { Mail } from '../mail/mailer.js';
import { KeyRing } from '../privacy/key-ring.js';
import { MailTokens } from '../privacy/mail-tokens.js';
import { MasterKeys } from '../privacy/master-keys.js';
import { Sealing } from '../privacy/sealing.js';
import { until } from './until.js';
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

const MASTER_KEYS = `test:${randomBytes(32).toString('base64')}`;

export interface SignedInPerson {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  readonly workspaceId: string;
  readonly accessToken: string;
  /** `__Host-dk_refresh=…`, as a browser would send it. */
  readonly cookie: string;
  /** Says who it is. */
  readonly as: { readonly authorization: string };
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
  /** Who asks below, unless the headers say otherwise: owner of a workspace of their own, and operator of the platform. */
  readonly owner: SignedInPerson;
  /** Registers somebody, with a workspace of their own, and signs them in. */
  signUp(name: string): Promise<SignedInPerson>;
  /** Mails that were sent, oldest first. */
  readonly mails: readonly Mail[];
  readonly sealing: Sealing;
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

    const keyRingFile = join(folder, 'keys', 'key-ring.db');
    const ring = KeyRing.open(keyRingFile, new MasterKeys(MASTER_KEYS));
    closing.push(() => Promise.resolve(ring.close()));
    const sealing = new Sealing(ring);
    const mails: Mail[] = [];
    const mailing = {
      mailer: { send: (mail: Mail) => Promise.resolve(void mails.push(mail)), close: () => undefined },
      sealing,
      tokens: new MailTokens(ring),
      publicUrl: 'http://keywords.test',
    };
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
        config: { DEMO: false, PLAN_WITHOUT_SUBSCRIPTION: 'agency', ...options.config },
        mailing,
        ring,
        onError: () => undefined,
        lookEveryMs: 50,
        stripe: openStripe(options.config ?? {}),
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
        OPERATORS_NEED_SECOND_FACTOR: false,
        PLAN_WITHOUT_SUBSCRIPTION: 'agency',
        CURSOR_SECRET: 'sixteen or more characters',
        MASTER_KEYS,
        KEY_RING_FILE: keyRingFile,
        PUBLIC_URL: 'http://keywords.test',
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
    const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
      ask(path, { method: 'POST', body: JSON.stringify(body), headers: { ...json, ...headers } });
    const signUp = async (name: string): Promise<SignedInPerson> => {
      const email = `${name.toLowerCase().replaceAll(/[^a-z0-9]/g, '-')}@example.com`;
      const password = `the password of ${name}`;
      const registered = await post('/api/v1/auth/register', { email, password, name });
      if (registered.status !== 201) throw new Error(`registering was answered ${registered.text}`);
      const answer = await post('/api/v1/auth/login', { email, password });
      if (answer.status !== 200) throw new Error(`signing in was answered ${answer.text}`);
      const { accessToken, workspaceId } = answer.body as unknown as SignedInPerson;
      const as = { authorization: `Bearer ${accessToken}` };
      const [cookie = ''] = answer.headers.getSetCookie().map((set) => set.split(';')[0] ?? '');
      const me = await ask('/api/v1/me', { headers: as });
      return { id: String(me.body['id']), email, password, workspaceId, accessToken, cookie, as };
    };
    const owner = await signUp('Test Owner');
    await eventLog.append(`account-${owner.id}`, 'any', [
      {
        id: randomUUID(),
        type: 'account.OperatorAppointed.v1',
        data: { accountId: owner.id },
        metadata: {
          correlationId: 'test',
          causationId: 'test',
          occurredAt: new Date().toISOString(),
          actor: 'test',
          producer: 'test/1',
        },
      },
    ]);
    // The gate may remember for a moment that they were none.
    await until('the owner to be an operator', async () => {
      const { status } = await ask('/api/v1/projections', { headers: owner.as });
      return status === 200;
    });
    return {
      owner,
      signUp,
      mails,
      sealing,
      app,
      url,
      redisUrl: redis.url,
      eventLog,
      looks,
      queueConnection,
      logged,
      ask,
      get: (path, headers = {}) => ask(path, { headers: { ...owner.as, ...headers } }),
      post: (path, body, headers = {}) => post(path, body, { ...owner.as, ...headers }),
      delete: (path, body) =>
        ask(
          path,
          body === undefined
            ? { method: 'DELETE', headers: owner.as }
            : { method: 'DELETE', body: JSON.stringify(body), headers: { ...json, ...owner.as } },
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
