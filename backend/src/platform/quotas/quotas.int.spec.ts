import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { quotasOf } from '../../../contracts/values/plans.js';
import { createApi } from '../../api.js';
import { jsonLog } from '../observability/log.js';
import { startTestProduct, type SignedInPerson, type TestProduct } from '../testing/test-product.js';
import { until } from '../testing/until.js';
import { CONFIG } from '../tokens.js';
import { Quotas } from './quotas.js';

const FREE = quotasOf('free');

let product: TestProduct;
let other: NestFastifyApplication;
let urls: readonly [string, string];
beforeAll(async () => {
  product = await startTestProduct({ config: { PLAN_WITHOUT_SUBSCRIPTION: 'free' } });
  other = await createApi({ config: product.app.get(CONFIG), log: jsonLog(() => undefined) });
  await other.listen(0, '127.0.0.1');
  urls = [product.url, await other.getUrl()];
}, 60_000);
afterAll(async () => {
  await other?.close();
  await product?.close();
}, 30_000);

interface Answered {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: Record<string, unknown>;
}

/** Whichever of the two processes. */
async function ask(person: SignedInPerson, which: number, path: string, body?: unknown): Promise<Answered> {
  const answer = await fetch(`${urls[which % 2]}/api/v1${path}`, {
    headers: { ...person.as, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  const told = (await answer.json()) as Record<string, unknown>;
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), body: told };
}

const hundred = (work: (i: number) => Promise<Answered>) =>
  Promise.all(Array.from({ length: 100 }, (_, i) => work(i)));
const passed = (answers: readonly Answered[]) => answers.filter(({ status }) => status < 300).length;
const track = (person: SignedInPerson, which: number, keyword: string) =>
  ask(person, which, '/tracked-keywords', { keyword, marketplace: 'etsy', country: 'US' });

describe('of 100 requests at once at a quota with 10 left exactly 10 pass, on two API processes', () => {
  it('searches of a day; the others hear which plan has more, and when to come back', async () => {
    const person = await product.signUp('Searching Person');
    for (let i = 0; i < FREE.searchesADay - 10; i += 1) await ask(person, i, `/keywords?query=before${i}`);
    const answers = await hundred((i) => ask(person, i, `/keywords?query=planner${i}`));
    expect(passed(answers)).toBe(10);
    const refused = answers.find(({ status }) => status !== 200);
    expect(refused).toMatchObject({
      status: 402,
      body: {
        type: 'urn:digitallz-keywords:problem:quota-reached',
        detail: expect.stringContaining('starter has 200'),
      },
    });
    expect(Number(refused?.retryAfter)).toBeGreaterThan(0);
    expect(Number(refused?.retryAfter)).toBeLessThanOrEqual(86_400);
  });

  it('tracked keywords; what is tracked already is no new one, and what is let go makes room', async () => {
    const person = await product.signUp('Tracking Person');
    const answers = await hundred((i) => track(person, i, `calendar ${i}`));
    expect(passed(answers)).toBe(FREE.trackedKeywords);
    const [first] = answers.filter(({ status }) => status === 201);
    const again = answers.findIndex(({ status }) => status === 201);
    expect((await track(person, 1, `calendar ${again}`)).status).toBe(201);
    expect((await track(person, 0, 'one too many')).status).toBe(402);
    await product.ask(`/api/v1/tracked-keywords/${String(first?.body['id'])}`, {
      method: 'DELETE',
      headers: person.as,
    });
    expect((await track(person, 1, 'one too many')).status).toBe(201);
    expect((await track(person, 0, 'and another')).status).toBe(402);
  });

  it('looks of a day, each request once', async () => {
    const person = await product.signUp('Looking Person');
    const crawl = (which: number) =>
      ask(person, which, '/crawls', { keyword: `look ${which}`, marketplaces: ['etsy'], country: 'US' });
    for (let i = 0; i < FREE.crawlsADay - 10; i += 1) await crawl(1_000 + i);
    expect(passed(await hundred(crawl))).toBe(10);
  });
});

describe('a search', () => {
  it('is its text: pages, filters, orders, past days, letters on the way and lists without a text cost nothing', async () => {
    const person = await product.signUp('Careful Person');
    const used = async () => {
      const meters = await product.app.get(Quotas).metersOf(person.workspaceId);
      return meters.find(({ name }) => name === 'searchesADay')?.used;
    };
    const typed = ['m', 'mo', 'moon', 'moon calendar'];
    for (const query of typed) await ask(person, 0, `/keywords?query=${encodeURIComponent(query)}`);
    expect(await used()).toBe(1);
    for (const more of ['&limit=1', '&sort=keyword', '&marketplace=etsy', '&asOf=2026-01-01', ''])
      await ask(person, 1, `/keywords?query=MOON%20%20calendar${more}`);
    await ask(person, 0, '/keywords');
    expect(await used()).toBe(1);
    await ask(person, 0, '/keywords?query=sun');
    expect(await used()).toBe(2);
  });

  it('of one workspace takes nothing from another', async () => {
    const [one, two] = [await product.signUp('One Of Two'), await product.signUp('Two Of Two')];
    for (let i = 0; i < FREE.searchesADay; i += 1) await ask(one, i, `/keywords?query=mine${i}`);
    expect((await ask(one, 0, '/keywords?query=more')).status).toBe(402);
    expect((await ask(two, 0, '/keywords?query=more')).status).toBe(200);
  });
});

describe('what a workspace tracks is counted from the read model', () => {
  it('again whenever Redis has lost it', async () => {
    const person = await product.signUp('Forgotten Person');
    for (let i = 0; i < FREE.trackedKeywords; i += 1) await track(person, i, `kept ${i}`);
    await until('all are projected', async () => {
      const { body } = await ask(person, 0, '/tracked-keywords?limit=100');
      return (body['items'] as unknown[]).length === FREE.trackedKeywords;
    });
    await product.queueConnection.del(`quota:trackedKeywords:${person.workspaceId}`);
    expect((await track(person, 1, 'one too many')).status).toBe(402);
  });
});
