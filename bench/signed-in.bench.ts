import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../backend/local-servers/run-file.js';
import { median, type Benchmark } from './figure.js';
import { startApiWorld } from './keywords/api-world.js';
import { RawConnection } from './keywords/raw-requests.js';
import { askedTexts } from './keywords/texts.js';
import { BenchServers } from './servers.js';
import { keptSearches, signInPeople } from './signed-in/people.js';

const KEYWORDS = 20_000;
/** What the dashboard asks for. */
const LIMIT = 50;
/** Each searches again as soon as they were answered. */
const PEOPLE = 4;
const ROUNDS = 8;
const ROUND_MS = 1_000;
/** More than are asked in all, so that no question comes twice to either. */
const QUESTIONS = 60_000;
/** Until what was searched is written and projected, so that the other does not pay for it. */
const REST_MS = 1_000;

/**
 * A search by somebody who signed in and whose history is kept, beside the same search of the same rows by an API that asks nobody who
 * they are and keeps nothing: `signed-in/open-api.ts`, which is the same code without entrance, limits and history. The two answer the
 * same questions in turn, and both are asked with the same headers.
 */
export const signedInBenchmark: Benchmark = {
  name: 'signed-in',
  async run(say) {
    // Faster than anybody may: what a request costs is asked here, not how many are let in.
    process.env['REQUEST_LIMIT_FACTOR'] ??= '10000';
    const world = await startApiWorld({ count: KEYWORDS, items: true, say, copies: 3 });
    const others = new BenchServers();
    try {
      const port = await freePort('PORT', 0);
      const env = {
        DATABASE_URL: world.databaseUrl,
        PORT: String(port),
        CURSOR_SECRET: 'a secret of the benchmark alone, long enough',
      };
      await others.program('open-api', 'bench/signed-in/open-api.js', env);
      const people = await signInPeople(world.address, PEOPLE);
      const contestants = {
        signedIn: await connect(world.address, people),
        open: await connect(`http://127.0.0.1:${port}`, people),
      };
      const times = { signedIn: [] as number[], open: [] as number[] };
      for (let round = 0; round <= ROUNDS; round += 1) {
        const names = round % 2 === 0 ? (['signedIn', 'open'] as const) : (['open', 'signedIn'] as const);
        for (const name of names) {
          const measured = await searchFor(ROUND_MS, contestants[name], round);
          // In the first round programs are still getting faster.
          if (round > 0) times[name].push(median(measured));
          await pause(REST_MS);
        }
        say(`… round ${round}: ${times.signedIn.at(-1)?.toFixed(2) ?? '–'} ms signed in, ${times.open.at(-1)?.toFixed(2) ?? '–'} ms open`); // prettier-ignore
      }
      for (const connection of Object.values(contestants).flat()) connection.close();
      const kept = await Promise.all(
        people.map((authorization) => keptSearches(world.address, authorization)),
      );
      if (kept.some((count) => count === 0)) throw new Error('somebody who searched has no history');
      say(
        `… their histories show ${kept.join(', ')} searches (at most 200 a page; faster than anybody types not all are kept)`,
      );
      return [
        {
          figure: `GET /keywords?query= signed in, with history, ${KEYWORDS.toLocaleString('en')} keywords, ${PEOPLE} people, median`,
          value: median(times.signedIn),
          unit: 'ms',
          yardstick: 'the same API without entrance, limits and history',
          yardstickValue: median(times.open),
          target: { of: 'ratio', atMost: 1.15 },
        },
      ];
    } finally {
      await others.stop();
      await world.stop();
    }
  },
};

const connect = (address: string, people: readonly string[]): Promise<RawConnection[]> =>
  Promise.all(people.map((authorization) => RawConnection.open(new URL(address), authorization)));

const paths = askedTexts(QUESTIONS, KEYWORDS / 2).map(
  ({ text }) => `/api/v1/keywords?${new URLSearchParams({ limit: String(LIMIT), query: text }).toString()}`,
);

/** Milliseconds of each search. @param round says which questions: the same for both contestants */
async function searchFor(
  ms: number,
  connections: readonly RawConnection[],
  round: number,
): Promise<number[]> {
  const timesMs: number[] = [];
  let next = Math.floor((round * QUESTIONS) / (ROUNDS + 1));
  const until = performance.now() + ms;
  await Promise.all(
    connections.map(async (connection) => {
      while (performance.now() < until) {
        const from = performance.now();
        const { status } = await connection.get(paths[next++ % QUESTIONS] ?? '');
        if (status !== 200) throw new Error(`a search was answered ${status}`);
        timesMs.push(performance.now() - from);
      }
    }),
  );
  return timesMs;
}
