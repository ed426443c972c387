import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from './server.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, now: () => new Date('2026-01-12T00:00:00Z') });
});
afterAll(() => sandbox.close());
afterEach(() => fetch(`${sandbox.url}/__sandbox/answers`, { method: 'DELETE' }));

const get = (path: string): Promise<Response> => fetch(sandbox.url + path);
const tell = (rule: unknown): Promise<Response> =>
  fetch(`${sandbox.url}/__sandbox/answers`, { method: 'POST', body: JSON.stringify(rule) });
const AMAZON = '/www.amazon.com/s?k=planner';

describe('the sandbox', () => {
  it.each([
    '/www.amazon.de/s?k=planner',
    '/www.etsy.com/uk/search?q=planner',
    '/www.ebay.com/sch/i.html?_nkw=planner',
    '/www.etsy.com/',
  ])('says on %s that it is an imitation', async (path) => {
    expect(await (await get(path)).text()).toContain('Sandbox: a local imitation of www.');
  });

  it('needs a browser to draw the cards of Etsy: the HTML alone has none', async () => {
    const html = await (await get('/www.etsy.com/search?q=planner')).text();
    expect(html).not.toMatch(/<li[^>]*>/);
    expect(html).toContain('numberOfItems');
  });

  it('loads nothing from anywhere else', async () => {
    await tell({ answer: 'captcha', host: 'www.etsy.com' });
    for (const path of [AMAZON, '/www.ebay.com/sch/i.html?_nkw=planner', '/www.etsy.com/search?q=planner']) {
      const html = await (await get(path)).text();
      expect(html.replace(/<iframe [^>]*srcdoc=[^>]*>/, '')).not.toMatch(
        /<(?:script|img|link|iframe)[^>]+(?:src|href)=/,
      );
    }
  });

  it('allows robots on every host, with rules of its own for each', async () => {
    expect(await (await get('/www.etsy.com/robots.txt')).text()).toMatch(
      /^User-agent: \*\nDisallow: \/gp\/cart$/m,
    );
  });

  it('knows no host that it does not imitate', async () => {
    expect((await get('/www.example.com/s?k=planner')).status).toBe(404);
  });
});

describe('an answer that the sandbox was told', () => {
  it('holds for the host and keyword it was told for, as often as it was told', async () => {
    await tell({ host: 'www.amazon.com', keyword: 'Planner', answer: '503', times: 2 });
    const statuses = [];
    for (const path of [AMAZON, '/www.amazon.com/s?k=other', '/www.amazon.de/s?k=planner', AMAZON, AMAZON])
      statuses.push((await get(path)).status);
    expect(statuses).toEqual([503, 200, 200, 503, 200]);
  });

  it.each([
    ['captcha', AMAZON, 200, 'validateCaptcha'],
    ['captcha', '/www.etsy.com/search?q=planner', 403, 'captcha-delivery.com'],
    ['captcha', '/www.ebay.com/sch/i.html?_nkw=planner', 200, 'Pardon Our Interruption'],
    ['429', AMAZON, 429, 'Too Many Requests'],
    ['robots', '/www.amazon.com/robots.txt', 200, 'Disallow: /\n'],
  ])('%s is given on %s', async (answer, path, status, words) => {
    await tell({ answer });
    const reply = await get(path);
    expect(reply.status).toBe(status);
    expect(await reply.text()).toContain(words);
  });

  it('truncated is half of the page', async () => {
    const whole = await (await get(AMAZON)).text();
    await tell({ answer: 'truncated' });
    expect(await (await get(AMAZON)).text()).toBe(whole.slice(0, whole.length >> 1));
  });

  it('is forgotten with DELETE', async () => {
    await tell({ answer: '503' });
    await fetch(`${sandbox.url}/__sandbox/answers`, { method: 'DELETE' });
    expect((await get(AMAZON)).status).toBe(200);
  });

  it.each([
    [{ answer: 'sometimes' }, 'answer'],
    [{ answer: '503', times: 0 }, 'times'],
    [{ answer: '503', hots: 'x' }, 'hots'],
  ])('%j is refused with the field that is wrong', async (rule, field) => {
    const reply = await tell(rule);
    expect(reply.status).toBe(400);
    expect(await reply.text()).toContain(field);
  });
});
