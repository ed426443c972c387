import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { startEmbeddedEventStore } from '../../backend/event-log/embedded/server.js';
import type { EventLog } from '../../backend/event-log/event-log.js';
import { connectEventLog } from '../../backend/event-log/eventstoredb/connect-event-log.js';
import { connectOrm } from '../../backend/following/database/connect-orm.js';
import { rows } from '../../backend/following/database/database.js';
import { startProjector } from '../../backend/following/runner/start-projector.js';
import { startRedis } from '../../backend/local-servers/redis.js';
import { freePort } from '../../backend/local-servers/run-file.js';
import { projections } from '../../backend/src/projections.js';
import { PERSON_ENV } from '../../backend/src/platform/testing/bearer.js';
import { ApiProcesses } from './api-processes.js';
import { Killable } from './killable.js';
import { postgresProcess } from './postgres-process.js';
import { post, type Answer, type Figure, type Post } from './post-client.js';
import { caughtUp } from './read-models.js';
import { Seeded } from './seeded.js';
import type { Outcome, TrialKind } from './trial.js';

const LANES = 2;
const WITH_KEY = 0.5;
const LATEST_KILL_MS = 120;

interface World {
  readonly log: EventLog;
  /** Rows of the intake's ledger by keyword. */
  readonly ledger: (source: string) => Promise<Map<string, number>>;
}

/** The API is killed while it records posted batches; the clients repeat what was not answered. */
export const postTrials: TrialKind = {
  name: 'posts',
  about: 'API killed while batches are posted: each observation counted once, every answer consistent',
  count: 200,
  async open() {
    const folder = mkdtempSync(join(tmpdir(), 'digitallz-faults-'));
    const { server, databases } = await postgresProcess(folder);
    const redisOptions = {
      folder: join(folder, 'redis'),
      port: await freePort('REDIS_PORT', 0),
      password: 'faults',
    };
    const redis = new Killable(() => startRedis(redisOptions));
    const { url: redisUrl } = await redis.start();
    const store = await startEmbeddedEventStore({ file: join(folder, 'events.db'), port: 0 });
    const log = connectEventLog(store.connectionString);
    const databaseUrl = await databases.create();
    const orm = await connectOrm(databaseUrl, { poolSize: 2 * projections.length + 8 });
    const projector = await startProjector({ orm, eventLog: log, projections });
    const apis = Array.from(
      { length: LANES },
      (_, lane) =>
        new ApiProcesses(join(folder, String(lane)), {
          EVENTSTORE_URL: store.connectionString,
          DATABASE_URL: databaseUrl,
          REDIS_URL: redisUrl,
          DEMO: 'false',
          MARKETPLACES: 'live',
          CURSOR_SECRET: 'sixteen or more characters',
          ...PERSON_ENV,
          KEY_RING_FILE: join(folder, 'keys', 'key-ring.db'),
        }),
    );
    const world: World = {
      log,
      async ledger(source) {
        await caughtUp(orm, log);
        const [live] = await rows<{ schema: string }>(
          orm,
          `select schema_name as schema from following.builds where projection = 'reported-figures' and status = 'live'`,
        );
        const counted = await rows<{ keyword: string; count: number }>(
          orm,
          `select keyword, count(*)::integer as count from "${live?.schema}".reported_figures
            where keyword like $1 group by keyword`,
          [`${source} %`],
        );
        return new Map(counted.map(({ keyword, count }) => [keyword, count]));
      },
    };
    return {
      lanes: LANES,
      async yardstick() {
        const startedAt = performance.now();
        const { violations, figures } = await trial(world, apis[0] as ApiProcesses, new Seeded(0), false);
        if (violations.length > 0) throw new Error(`without a kill: ${violations.join('; ')}`);
        return `${figures} figures, each recorded and counted once, in ${(performance.now() - startedAt).toFixed(0)} ms`;
      },
      trial: (random, lane) => trial(world, apis[lane % apis.length] as ApiProcesses, random, true),
      async close() {
        await Promise.all(apis.map((api) => api.close()));
        await projector.stop();
        await log.close();
        await orm.close();
        await store.close();
        await redis.stop();
        await server.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

/** Batches that share some of their figures, each figure with one value. */
function planPosts(random: Seeded, source: string): { posts: Post[]; keywords: string[] } {
  const keywords = Array.from({ length: random.whole(3, 30) }, (_, index) => `${source} ${index}`);
  const figures = keywords.map((keyword): Figure => ({
    keyword,
    marketplace: 'etsy',
    country: 'US',
    observedAt: '2026-03-14T09:30:00Z',
    source: 'a keyword tool',
    metrics: { searchVolume: { value: random.whole(0, 9_999), relation: 'eq', kind: 'reported' } },
  }));
  const posts = Array.from({ length: random.whole(1, 5) }, (): Post => {
    const some = figures.filter(() => random.chance(0.5));
    const key = random.chance(WITH_KEY) ? randomUUID() : undefined;
    return { figures: some.length > 0 ? some : figures, key };
  });
  posts.push({ figures, key: randomUUID() });
  return { posts, keywords };
}

async function trial(
  world: World,
  api: ApiProcesses,
  random: Seeded,
  withKill: boolean,
): Promise<Outcome & { readonly figures: number }> {
  const source = `t${randomUUID().slice(0, 12)}`;
  const { posts, keywords } = planPosts(random, source);
  const atRecording = random.chance(0.5);
  const killMs = random.next() * LATEST_KILL_MS;
  const before = await world.log.head();
  await api.address(); // it is up: the time of the kill counts from here
  let answered = 0;
  const asking = Promise.all(
    posts.map(async (one) => {
      const answer = await post(one, () => api.address(), api.bearer);
      answered += 1;
      return answer;
    }),
  );
  let hit = false;
  if (withKill) {
    const moment = atRecording ? firstRecording(world.log, before) : pause(killMs);
    await Promise.race([moment, asking]);
    hit = answered < posts.length;
    await api.kill();
  }
  const answers = await asking;
  const violations = [
    ...(await notOnce(world, api, source, keywords, before)),
    ...inconsistent(posts, answers, keywords.length),
    ...(await answeredOtherwise(posts, answers, api)),
  ];
  return { hit, violations, figures: keywords.length };
}

/** Resolves as soon as anything is recorded: the answer is on its way then, or not even that. */
async function firstRecording(log: EventLog, after: bigint | undefined): Promise<void> {
  const found = new AbortController();
  const typePrefixes = ['observation.MetricsReported'];
  for await (const item of log.follow({ after, typePrefixes, signal: found.signal }))
    if (item.kind === 'event') return found.abort();
}

/** In the log, in the intake's ledger and in the list of keywords. */
async function notOnce(
  world: World,
  api: ApiProcesses,
  source: string,
  keywords: readonly string[],
  before: bigint | undefined,
): Promise<string[]> {
  const recorded = new Map<string, number>();
  for await (const { type, data } of world.log.readAll(before === undefined ? {} : { after: before }))
    if (type === 'observation.MetricsReported.v1' && 'keyword' in data)
      recorded.set(data.keyword, (recorded.get(data.keyword) ?? 0) + 1);
  const counted = await world.ledger(source);
  const shown = await shownBy(api, source);
  return keywords.flatMap((keyword) => [
    ...(shown.get(keyword) === 1 ? [] : [`${keyword} is shown ${shown.get(keyword) ?? 0} times`]),
    ...(recorded.get(keyword) === 1 ? [] : [`${keyword} is recorded ${recorded.get(keyword) ?? 0} times`]),
    ...(counted.get(keyword) === 1 ? [] : [`${keyword} is counted ${counted.get(keyword) ?? 0} times`]),
  ]);
}

/** How often each keyword stands in the list with its one value. */
async function shownBy(api: ApiProcesses, source: string): Promise<Map<string, number>> {
  const response = await fetch(`${await api.address()}/api/v1/keywords?limit=200&query=${source}`, {
    headers: await api.bearer.headers(),
  });
  const { items } = (await response.json()) as { items: { keyword: string; metrics: object }[] };
  const shown = new Map<string, number>();
  for (const { keyword, metrics } of items)
    if ('searchVolume' in metrics) shown.set(keyword, (shown.get(keyword) ?? 0) + 1);
  return shown;
}

function inconsistent(posts: readonly Post[], answers: readonly Answer[], figures: number): string[] {
  const accepted = answers.reduce((sum, answer) => sum + answer.accepted, 0);
  // What a try without a key recorded before it was cut off, its repeat rightly calls duplicates.
  const unnamed = posts.some(({ key }, index) => key === undefined && (answers[index]?.cutOff ?? 0) > 0);
  return [
    ...posts.flatMap((one, index) => {
      const answer = answers[index];
      const sum = (answer?.accepted ?? 0) + (answer?.duplicates ?? 0);
      return sum === one.figures.length
        ? []
        : [`an answer speaks of ${sum} of ${one.figures.length} figures`];
    }),
    ...(accepted === figures || (unnamed && accepted < figures)
      ? []
      : [`the answers accept ${accepted} of ${figures} figures`]),
  ];
}

/** The same key gets the same answer, whoever gave the first one. */
async function answeredOtherwise(
  posts: readonly Post[],
  answers: readonly Answer[],
  api: ApiProcesses,
): Promise<string[]> {
  const otherwise: string[] = [];
  for (const [index, one] of posts.entries()) {
    if (one.key === undefined) continue;
    const { accepted } = await post(one, () => api.address(), api.bearer);
    const first = answers[index]?.accepted;
    if (accepted !== first)
      otherwise.push(`a repeat with the same key accepts ${accepted}, the first one ${first}`);
  }
  return otherwise;
}
