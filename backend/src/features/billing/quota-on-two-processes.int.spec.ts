import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { quotasOf } from '../../../contracts/values/plans.js';
import {
  startTestProduct,
  type SignedInPerson,
  type TestProduct,
} from '../../platform/testing/test-product.js';
import { startApiProcess, type ApiProcess } from './testing/api-process.js';

const FREE = quotasOf('free');

let product: TestProduct;
let processes: readonly ApiProcess[] = [];
beforeAll(async () => {
  product = await startTestProduct({
    config: { PLAN_WITHOUT_SUBSCRIPTION: 'free', REQUEST_LIMIT_FACTOR: 100 },
  });
  processes = await Promise.all([startApiProcess(product), startApiProcess(product)]);
}, 90_000);
afterAll(async () => {
  await Promise.all(processes.map((api) => api.stop()));
  await product?.close();
}, 60_000);

/** Whichever of the two. */
function ask(which: number, ...asked: Parameters<ApiProcess['ask']>): ReturnType<ApiProcess['ask']> {
  const api = processes[which % 2];
  if (!api) throw new Error('the processes are not there');
  return api.ask(...asked);
}
const search = (person: SignedInPerson, which: number, query: string) =>
  ask(which, person, 'GET', `/keywords?query=${query}`);
const crawl = (person: SignedInPerson, which: number) =>
  ask(which, person, 'POST', '/crawls', {
    keyword: `look ${which}`,
    marketplaces: ['etsy'],
    country: 'US',
  });
const hundred = async (work: (nth: number) => ReturnType<ApiProcess['ask']>) => {
  const answers = await Promise.all(Array.from({ length: 100 }, (_, nth) => work(nth)));
  return answers.map(({ status }) => status);
};
const countOf = (statuses: readonly number[], wanted: readonly number[]) =>
  statuses.filter((status) => wanted.includes(status)).length;

describe('of 100 requests at once at a quota with 10 left exactly 10 pass, on two API processes that are processes', () => {
  it('searches of a day', async () => {
    const person = await product.signUp('Searching Person');
    for (let nth = 0; nth < FREE.searchesADay - 10; nth += 1) await search(person, nth, `before${nth}`);
    const statuses = await hundred((nth) => search(person, nth, `planner${nth}`));
    expect([countOf(statuses, [200]), countOf(statuses, [402])]).toEqual([10, 90]);
  });

  it('looks of a day', async () => {
    const person = await product.signUp('Looking Person');
    for (let nth = 0; nth < FREE.crawlsADay - 10; nth += 1) await crawl(person, 1_000 + nth);
    const statuses = await hundred((nth) => crawl(person, nth));
    expect([countOf(statuses, [200, 201, 202]), countOf(statuses, [402])]).toEqual([10, 90]);
  });
});
