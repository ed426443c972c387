import { SORT_NAMES, type SortName } from '../backend/src/features/keywords/search/sorts.js';
import { median, percentile, type Benchmark, type Figure } from './figure.js';
import { startApiWorld } from './keywords/api-world.js';
import type { Question } from './keywords/load.js';
import { runLoad } from './keywords/run-load.js';
import { askedTexts } from './keywords/texts.js';

const KEYWORDS = 1_000_000;
const CONNECTIONS = 50;
/** What the dashboard asks for. */
const LIMIT = 50;
const ROUNDS = 5;
const SECONDS = 5;
/** More than are asked in all rounds, so that no question comes twice. */
const QUESTIONS = 60_000;
/** Asked before anything is measured: programs get faster in their first seconds. They come again at the very end, if at all. */
const WARM_UP = 5_000;

const pathOf = (parameters: Readonly<Record<string, string>>): string =>
  `/api/v1/keywords?${new URLSearchParams({ limit: String(LIMIT), ...parameters }).toString()}`;

const searches = (): Question[] =>
  askedTexts(QUESTIONS, KEYWORDS / 2).map(({ kind, text }) => ({
    kind,
    text,
    sort: '-searchVolume',
    path: pathOf({ query: text }),
  }));

/** The list without a text, in every order. */
const lists = (): Question[] =>
  SORT_NAMES.map((sort: SortName) => ({ kind: 'list', text: '', sort, path: pathOf({ sort }) }));

/**
 * `GET /keywords` over a million keywords with prefixes of 1 to 8 letters, pieces from the middle and misspelt words in equal parts, and
 * without a text in every order; beside it the statements that ask the same of PostgreSQL, sent straight to it.
 */
export const keywordsApiBenchmark: Benchmark = {
  name: 'keywords-api',
  async run(say) {
    const world = await startApiWorld({ count: KEYWORDS, items: true, say, copies: 3 });
    try {
      const asked = { search: searches(), list: lists() };
      const order = {
        databaseUrl: world.databaseUrl,
        connections: CONNECTIONS,
        seconds: SECONDS,
        limit: LIMIT,
      };
      const measured = { p99: [] as number[], search: [] as number[], sqlSearch: [] as number[], list: [] as number[], sqlList: [] as number[], sqlP99: [] as number[] }; // prettier-ignore
      say('… warming up');
      await runLoad({
        ...order,
        address: world.address,
        authorization: await world.authorization(),
        questions: asked.search.slice(-WARM_UP),
      });
      await runLoad({ ...order, questions: asked.list });
      let errors = 0;
      let bytes = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        const part = QUESTIONS / ROUNDS;
        const questions = asked.search.slice(round * part, (round + 1) * part);
        const search = await runLoad({
          ...order,
          address: world.address,
          authorization: await world.authorization(),
          questions,
        });
        const sqlSearch = await runLoad({ ...order, questions });
        const list = await runLoad({
          ...order,
          address: world.address,
          authorization: await world.authorization(),
          questions: asked.list,
        });
        const sqlList = await runLoad({ ...order, questions: asked.list });
        const all = Object.values(search.timesMs).flat();
        measured.p99.push(percentile(all, 99));
        measured.sqlP99.push(percentile(Object.values(sqlSearch.timesMs).flat(), 99));
        measured.search.push(search.perSecond);
        measured.sqlSearch.push(sqlSearch.perSecond);
        measured.list.push(list.perSecond);
        measured.sqlList.push(sqlList.perSecond);
        errors += search.errors + list.errors;
        bytes = search.bytes;
        const kinds = Object.entries(search.timesMs).map(([kind, times]) => `${kind} ${percentile(times, 50).toFixed(0)}/${percentile(times, 99).toFixed(0)}`); // prettier-ignore
        say(
          `… round ${round + 1}: p50/p99 in ms: ${kinds.join(', ')}; ${search.perSecond.toFixed(0)} searches/s`,
        );
      }
      const of = `${CONNECTIONS} connections, ${KEYWORDS.toLocaleString('en')} keywords, ${LIMIT} rows (${Math.round(bytes / 1024)} kB) an answer`;
      const straight = 'the same SQL straight to PostgreSQL';
      const figures: Figure[] = [
        { figure: `GET /keywords?query=, ${of}, p99`, value: median(measured.p99), unit: 'ms', yardstick: straight, yardstickValue: median(measured.sqlP99), target: { of: 'value', atMost: 100 } },
        { figure: `GET /keywords?query=, ${of}`, value: median(measured.search), unit: 'requests/s', yardstick: straight, yardstickValue: median(measured.sqlSearch), target: { of: 'ratio', atLeast: 0.8 } },
        { figure: `GET /keywords?sort=, ${of}`, value: median(measured.list), unit: 'requests/s', yardstick: straight, yardstickValue: median(measured.sqlList), target: { of: 'ratio', atLeast: 0.8 } },
        { figure: 'requests that failed meanwhile', value: errors, unit: 'requests', target: { of: 'value', atMost: 0 } },
        { figure: `memory of the API with ${KEYWORDS.toLocaleString('en')} keywords`, value: world.memoryMb(), unit: 'MB' },
      ]; // prettier-ignore
      return figures;
    } finally {
      await world.stop();
    }
  },
};
