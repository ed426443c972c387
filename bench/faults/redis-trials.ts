import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lastDueMs, schedulerId, slotOf } from '../../backend/contracts/jobs/schedules.js';
import type { AnyRecordedEvent } from '../../backend/event-log/event-log.js';
import { startSandbox } from '../../backend/local-servers/sandbox/server.js';
import { askForCrawl, track, type AskedCrawl, type Tracked } from './crawl-events.js';
import { openCrawlStage, type CrawlStage } from './crawl-stage.js';
import { postgresProcess } from './postgres-process.js';
import { Seeded } from './seeded.js';
import type { Outcome, TrialKind } from './trial.js';
import { until } from './waiting.js';

const LANES = 2;
/** Those whose pages need no browser: what is killed here is not the look but its job. */
const MARKETPLACES = ['amazon', 'ebay'] as const;
/** Of the time that undisturbed crawls take: later ones would have ended. */
const LATEST_LOSS = 0.7;
const LOST_AGAIN = 0.25;
const TWO_DAYS_MS = 2 * 86_400_000;

/** Redis is emptied, or killed and replaced by an empty one, while crawls run and keywords are tracked and given up. */
export const redisTrials: TrialKind = {
  name: 'redis',
  about: 'Redis loses everything: crawls end, daily looks stay planned, no look lost or doubled',
  count: 100,
  async open() {
    const folder = mkdtempSync(join(tmpdir(), 'digitallz-faults-'));
    const { server, databases } = await postgresProcess(folder);
    const sandbox = await startSandbox({ port: 0 });
    const stages: CrawlStage[] = [];
    for (let lane = 0; lane < LANES; lane += 1)
      stages.push(
        await openCrawlStage({
          folder: join(folder, String(lane)),
          databaseUrl: await databases.create(),
          sandboxUrl: sandbox.url,
        }),
      );
    let calmMs = 0;
    return {
      lanes: LANES,
      async yardstick() {
        const stage = stages[0] as CrawlStage;
        await trial(stage, new Seeded(0)); // the first time everything is cold
        const { violations, looks, endedMs } = await trial(stage, new Seeded(0));
        if (violations.length > 0) throw new Error(`without any loss: ${violations.join('; ')}`);
        calmMs = endedMs;
        return `${looks} looks, each recorded once; crawls ended in ${endedMs.toFixed(0)} ms`;
      },
      trial: (random, lane) =>
        trial(stages[lane % stages.length] as CrawlStage, random, calmMs * LATEST_LOSS),
      async close() {
        await Promise.all(stages.map((stage) => stage.close()));
        await sandbox.close();
        await server.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

async function trial(
  stage: CrawlStage,
  random: Seeded,
  /** Undefined: nothing is lost. */
  latestLossMs?: number,
): Promise<Outcome & { readonly looks: number; readonly endedMs: number }> {
  const { log } = stage;
  const run = randomUUID();
  const before = await log.head();
  const crawls: AskedCrawl[] = [];
  const kept: Tracked[] = [];
  const givenUp: Tracked[] = [];

  async function ask(): Promise<void> {
    const marketplaces = random.chance(0.5) ? MARKETPLACES : [random.pick(MARKETPLACES)];
    crawls.push(await askForCrawl(log, random, run, marketplaces));
    const since = new Date(Date.now() - (random.chance(0.5) ? TWO_DAYS_MS : 0));
    kept.push(await track(log, random, run, random.pick(MARKETPLACES), since));
    if (random.chance(0.5)) {
      const regretted = await track(log, random, run, random.pick(MARKETPLACES), new Date());
      await regretted.untrack();
      givenUp.push(regretted);
    }
  }

  await ask();
  if (random.chance(0.5)) await ask();
  let hit = false;
  const askedAt = performance.now();
  if (latestLossMs !== undefined)
    for (let loss = 0; loss < (random.chance(LOST_AGAIN) ? 2 : 1); loss += 1) {
      await pause(random.next() * latestLossMs);
      hit = hit || !(await haveEnded(stage, crawls));
      await (random.chance(0.6) ? stage.flush() : stage.killAndForget());
    }
  if (random.chance(0.5)) await ask();

  const expected = [...crawls.flatMap(({ looks }) => looks), ...kept.flatMap((one) => looksOf(one))];
  await until('the crawls to end', () => haveEnded(stage, crawls));
  const endedMs = performance.now() - askedAt;
  const found = await until('the looks', async () => {
    const seen = await looksSince(stage, before);
    return expected.every((stream) => seen.has(stream)) && seen;
  }).catch(() => undefined);
  const planned = kept.map(({ id }) => schedulerId(id));
  const schedules = await until('the schedules', async () => {
    const now = await stage.schedules();
    const isThere = planned.every((key) => now.includes(key));
    return isThere && !givenUp.some(({ id }) => now.includes(schedulerId(id))) && now;
  }).catch(() => undefined);
  const violations = [
    ...(schedules ? [] : ['the daily looks are not planned as they should be']),
    ...lostOrDoubled(found ?? (await looksSince(stage, before)), expected, [
      // The first look at a keyword that was given up may have been taken or not; a daily one may come due right now.
      ...givenUp.map(({ first }) => first),
      ...kept.map((one) => one.slotted(slotOf('daily', one.id, Date.now()))),
    ]),
    ...(await badEnds(stage, crawls)),
  ];
  // The next trial has its own; these would be restored again and again.
  for (const one of kept) await one.untrack();
  return { hit, violations, looks: expected.length, endedMs };

  function looksOf(one: Tracked): string[] {
    const due = lastDueMs('daily', one.id, Date.now());
    return due > one.sinceMs ? [one.first, one.slotted(slotOf('daily', one.id, due))] : [one.first];
  }
}

async function haveEnded(stage: CrawlStage, crawls: readonly AskedCrawl[]): Promise<boolean> {
  for (const { stream } of crawls)
    if ((await Array.fromAsync(stage.log.readStream(stream))).length < 2) return false;
  return true;
}

/** A crawl ends once, and well: nothing stood in the way of its looks. */
async function badEnds(stage: CrawlStage, crawls: readonly AskedCrawl[]): Promise<string[]> {
  const bad: string[] = [];
  for (const { stream, looks } of crawls) {
    const [, end, ...more] = await Array.fromAsync(stage.log.readStream(stream));
    const isGood =
      end?.type === 'collection.CrawlFinished.v1' &&
      end.data.looks.length === looks.length &&
      end.data.looks.every(({ reason }) => reason === null);
    if (!isGood || more.length > 0) bad.push(`${stream} ended as ${end?.type} and ${more.length} more`);
  }
  return bad;
}

/** Looks recorded since, by their streams. */
async function looksSince(
  stage: CrawlStage,
  before: bigint | undefined,
): Promise<Map<string, AnyRecordedEvent[]>> {
  const seen = new Map<string, AnyRecordedEvent[]>();
  for await (const event of stage.log.readAll(before === undefined ? {} : { after: before }))
    if (event.type.startsWith('observation.'))
      seen.set(event.stream, [...(seen.get(event.stream) ?? []), event]);
  return seen;
}

function lostOrDoubled(
  seen: ReadonlyMap<string, readonly AnyRecordedEvent[]>,
  expected: readonly string[],
  tolerated: readonly string[],
): string[] {
  const allowed = new Set([...expected, ...tolerated]);
  return [
    ...expected.filter((stream) => !seen.has(stream)).map((stream) => `the look ${stream} is lost`),
    ...[...seen].flatMap(([stream, events]) => {
      // A try that failed on a busy machine, and was made again, is a fact of its own and no look.
      if (events.every(({ type, data }) => type === 'observation.Failed.v1' && data.willRetry)) return [];
      if (!allowed.has(stream)) return [`nobody asked for the look ${stream} (${events[0]?.type})`];
      return events.length === 1 ? [] : [`the look ${stream} is recorded ${events.length} times`];
    }),
  ];
}
