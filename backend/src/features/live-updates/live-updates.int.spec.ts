import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestProduct, type TestProduct } from '../../platform/testing/test-product.js';
import { until } from '../../platform/testing/until.js';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
}, 60_000);
afterAll(async () => {
  await product?.close();
}, 30_000);

interface Client {
  readonly headers: Headers;
  /** Everything that came so far. */
  text(): string;
  /** Resolves when the server or `leave` ends it. */
  readonly ended: Promise<void>;
  leave(): void;
}

async function join(): Promise<Client> {
  const leaving = new AbortController();
  const headers = product.owner.as;
  const answer = await fetch(`${product.url}/api/v1/events/live`, { headers, signal: leaving.signal });
  let text = '';
  const decoder = new TextDecoder();
  const ended = (async () => {
    try {
      for await (const chunk of answer.body ?? []) text += decoder.decode(chunk, { stream: true });
    } catch (error) {
      text += `\n(${String(error)})`;
    }
  })();
  return { headers: answer.headers, text: () => text, ended, leave: () => leaving.abort() };
}

const clients = async () => /live_update_clients (\d+)/.exec((await product.get('/metrics')).text)?.[1];
const track = async (keyword: string) =>
  (await product.post('/api/v1/tracked-keywords', { keyword, marketplace: 'etsy', country: 'US' })).body;

describe('GET /events/live', () => {
  it('tells every open page that something of a workspace moved, and no id of it', async () => {
    const pages = [await join(), await join(), await join()];
    expect(pages[0]?.headers.get('content-type')).toContain('text/event-stream');
    expect(pages[0]?.headers.get('cache-control')).toContain('no-');
    await until('three clients', async () => (await clients()) === '3');
    const { position } = await track('live planner');
    const wanted = `event: moved\n`;
    const data = `data: ${JSON.stringify({ projection: 'tracked-keywords', position, keys: null })}`;
    for (const page of pages) {
      await until('the move', () =>
        Promise.resolve(page.text().includes(wanted) && page.text().includes(data)),
      );
      page.leave();
      await page.ended;
    }
  });

  it('tells how often it may still be opened, as every call does', async () => {
    const page = await join();
    expect(page.headers.get('ratelimit-policy')).toMatch(/^"requests";q=\d+;w=\d+$/);
    expect(page.headers.get('ratelimit')).toMatch(/^"requests";r=\d+;t=\d+$/);
    page.leave();
    await page.ended;
    await until('no client', async () => (await clients()) === '0');
  });

  it('tells everybody which shared keywords moved, and nobody of people, keys or imported figures', async () => {
    const page = await join();
    await until('one client', async () => (await clients()) === '1');
    const signedUp = await product.signUp('Somebody Else');
    const observed = {
      keyword: 'live figures',
      marketplace: 'etsy',
      country: 'US',
      observedAt: '2026-03-14T09:30:00Z',
    };
    const metrics = { searchVolume: { value: 1, relation: 'eq', kind: 'reported' } };
    await product.post('/api/v1/observations', {
      observations: [{ ...observed, source: 'a tool', metrics }],
    });
    const moves = () =>
      [...page.text().matchAll(/^data: (.*)$/gm)].map(
        ([, data = '']) => JSON.parse(data) as { projection: string; keys: string[] | null },
      );
    await until('the keyword', () =>
      moves().some(({ projection, keys }) => projection === 'keywords' && keys?.length),
    );
    const { position } = await track('live last');
    await until('the last move', () =>
      page.text().includes(`"tracked-keywords","position":"${String(position)}"`),
    );
    const told = new Set(moves().map(({ projection }) => projection));
    expect(['accounts', 'members', 'api-keys', 'reported-figures'].filter((name) => told.has(name))).toEqual(
      [],
    );
    expect(page.text()).not.toContain(signedUp.id);
    expect(page.text()).not.toContain(signedUp.workspaceId);
    page.leave();
    await page.ended;
  });

  it('forgets a page that left', async () => {
    const page = await join();
    await until('one client', async () => (await clients()) === '1');
    page.leave();
    await page.ended;
    await until('no client', async () => (await clients()) === '0');
  });
});

describe('an API that stops', () => {
  it('ends the open streams and does not wait for them', async () => {
    const page = await join();
    await until('a greeting', () => Promise.resolve(page.text().includes(': following')));
    const begun = performance.now();
    await product.app.close();
    await page.ended;
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(page.text()).not.toContain('terminated');
  });
});
