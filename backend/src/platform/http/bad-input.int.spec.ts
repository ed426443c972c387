import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestProduct, type Answer, type TestProduct } from '../testing/test-product.js';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
}, 60_000);
afterAll(async () => {
  await product?.close();
}, 30_000);

const json = { 'content-type': 'application/json' };
const raw = (path: string, body: string, headers: Record<string, string> = json) =>
  product.ask(path, { method: 'POST', body, headers: { ...product.owner.as, ...headers } });
const keyword = { keyword: 'planner', marketplace: 'etsy', country: 'US' };
const observation = {
  ...keyword,
  observedAt: '2026-03-14T09:30:00Z',
  source: 'a tool',
  metrics: { searchVolume: { value: 1, relation: 'eq', kind: 'reported' } },
};
const observe = (changes: Record<string, unknown>) =>
  product.post('/api/v1/observations', { observations: [observation, { ...observation, ...changes }] });
const metric = (name: string, changes: Record<string, unknown>) => ({
  metrics: { [name]: { value: 1, relation: 'eq', kind: 'reported', ...changes } },
});
const track = (changes: Record<string, unknown>) =>
  product.post('/api/v1/tracked-keywords', { ...keyword, ...changes });
const crawl = (changes: Record<string, unknown>) =>
  product.post('/api/v1/crawls', { keyword: 'planner', country: 'US', marketplaces: ['etsy'], ...changes });
const price = (value: number) => metric('averagePrice', { value, currency: 'USD' });
const NUL = '\u0000';

const refused: readonly [string, () => Promise<Answer>, number, string | undefined][] = [
  ['JSON that breaks off', () => raw('/api/v1/tracked-keywords', '{"keyword": "pla'), 400, undefined],
  ['an empty body', () => raw('/api/v1/tracked-keywords', ''), 400, undefined],
  ['a body that is no object', () => raw('/api/v1/tracked-keywords', '[1]'), 400, undefined],
  ['a body that is a text', () => raw('/api/v1/crawls', '"planner"'), 400, undefined],
  ['a body that is null', () => raw('/api/v1/observations', 'null'), 400, undefined],
  ['a body of another kind', () => raw('/api/v1/crawls', 'a=b', { 'content-type': 'text/plain' }), 415, undefined],
  ['a form', () => raw('/api/v1/crawls', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }), 415, undefined],
  ['a body over 1 MB', () => raw('/api/v1/observations', JSON.stringify({ a: 'x'.repeat(1_100_000) })), 413, undefined],
  ['a body nested very deep', () => raw('/api/v1/observations', `{"observations":${'['.repeat(5_000)}${']'.repeat(5_000)}}`), 422, undefined],
  ['a list nested very deep for a body', () => raw('/api/v1/crawls', `${'['.repeat(5_000)}${']'.repeat(5_000)}`), 400, undefined],
  ['a post without its list', () => raw('/api/v1/observations', '{}'), 400, 'observations'],
  ['a poisoned prototype', () => raw('/api/v1/tracked-keywords', '{"__proto__":{"keyword":"x"}}'), 400, undefined],
  ['a number for a keyword', () => track({ keyword: 7 }), 400, 'keyword'],
  ['null for a keyword', () => track({ keyword: null }), 400, 'keyword'],
  ['a keyword left out', () => track({ keyword: undefined }), 400, 'keyword'],
  ['an empty keyword', () => track({ keyword: '   ' }), 400, 'keyword'],
  ['a keyword of 10,000 characters', () => track({ keyword: 'x'.repeat(10_000) }), 400, 'keyword'],
  ['NUL in a keyword', () => track({ keyword: `plan${NUL}ner` }), 400, 'keyword'],
  ['half a surrogate pair', () => raw('/api/v1/tracked-keywords', '{"keyword":"a\\ud800","marketplace":"etsy","country":"US"}'), 400, 'keyword'],
  ['an unknown marketplace', () => track({ marketplace: 'shop' }), 400, 'marketplace'],
  ['UK for GB', () => track({ country: 'UK' }), 400, 'country'],
  ['an unknown field', () => track({ colour: 'red' }), 400, 'colour'],
  ['no marketplaces', () => crawl({ marketplaces: [] }), 400, 'marketplaces'],
  ['a marketplace twice', () => crawl({ marketplaces: ['etsy', 'etsy'] }), 400, 'marketplaces'],
  ['an unknown marketplace among others', () => crawl({ marketplaces: ['etsy', 'shop'] }), 400, 'marketplaces.1'],
  ['a text for marketplaces', () => crawl({ marketplaces: 'etsy' }), 400, 'marketplaces'],
  ['a negative price', () => observe(price(-1)), 422, 'observations.1.metrics.averagePrice.value'],
  ['a price in fractions of a cent', () => observe(price(1.5)), 422, 'observations.1.metrics.averagePrice.value'],
  ['a price without its currency', () => observe(metric('averagePrice', {})), 422, 'observations.1.metrics.averagePrice.currency'],
  ['a volume with a currency', () => observe(metric('searchVolume', { currency: 'USD' })), 422, 'observations.1.metrics.searchVolume.currency'],
  ['a text for a value', () => observe(metric('searchVolume', { value: '1' })), 422, 'observations.1.metrics.searchVolume.value'],
  ['an unknown metric', () => observe(metric('likes', {})), 422, 'observations.1.metrics.likes'],
  ['no metric', () => observe({ metrics: {} }), 422, 'observations.1.metrics'],
  ['a range without an end', () => observe(metric('searchVolume', { relation: 'range' })), 422, 'observations.1.metrics.searchVolume.maxValue'],
  ['competition above 1', () => observe(metric('competition', { value: 1.1 })), 422, 'observations.1.metrics.competition.value'],
  ['the year 0', () => observe({ observedAt: '0000-01-01T00:00:00Z' }), 422, 'observations.1.observedAt'],
  ['the year 3000', () => observe({ observedAt: '3000-01-01T00:00:00Z' }), 422, 'observations.1.observedAt'],
  ['a day for a moment', () => observe({ observedAt: '2026-03-14' }), 422, 'observations.1.observedAt'],
  ['a source of 101 characters', () => observe({ source: 'x'.repeat(101) }), 422, 'observations.1.source'],
  ['NUL in a source', () => observe({ source: `to${NUL}ol` }), 422, 'observations.1.source'],
  ['an unknown field of an item', () => observe({ colour: 'red' }), 422, 'observations.1.colour'],
  ['limit=-1', () => product.get('/api/v1/tracked-keywords?limit=-1'), 400, 'limit'],
  ['limit=0', () => product.get('/api/v1/tracked-keywords?limit=0'), 400, 'limit'],
  ['limit=201', () => product.get('/api/v1/tracked-keywords?limit=201'), 400, 'limit'],
  ['limit=ten', () => product.get('/api/v1/tracked-keywords?limit=ten'), 400, 'limit'],
  ['a limit twice', () => product.get('/api/v1/tracked-keywords?limit=1&limit=2'), 400, 'limit'],
  ['a forged cursor', () => product.get('/api/v1/tracked-keywords?cursor=WyIyMDI2Il0.AAAAAAAAAAAAAAAAAAAAAA'), 400, 'cursor'],
  ['a cursor that is none', () => product.get('/api/v1/tracked-keywords?cursor=%F0%9F%8E%89'), 400, 'cursor'],
  ['an unknown query parameter', () => product.get('/api/v1/tracked-keywords?colour=red'), 400, 'colour'],
  ['a query parameter named like a part of every object', () => product.get('/api/v1/tracked-keywords?constructor=1'), 400, 'constructor'],
  ['a poisoned prototype in a query', () => product.get('/api/v1/tracked-keywords?__proto__=1'), 400, '__proto__'],
  ['an address of 20,000 characters', () => product.get(`/api/v1/suggestions?prefix=${'x'.repeat(20_000)}`), 431, undefined],
  ['a body where none is read', () => product.delete('/api/v1/tracked-keywords/00000000-0000-4000-8000-000000000000', { why: 'x' }), 400, 'why'],
  ['a query where none is read', () => product.get('/api/v1/status?colour=red'), 400, 'colour'],
  ['a position that is none', () => product.get('/api/v1/tracked-keywords?minPosition=-4'), 400, 'minPosition'],
  ['NUL in a query', () => product.get('/api/v1/suggestions?prefix=a%00b'), 400, 'prefix'],
  ['no prefix', () => product.get('/api/v1/suggestions'), 400, 'prefix'],
  ['an id that is none', () => product.get('/api/v1/crawls/1'), 400, 'id'],
  ['NUL in an id', () => product.get('/api/v1/crawls/a%00b'), 400, 'id'],
  ['an address that is not percent-encoded right', () => product.get('/api/v1/crawls/%E0%A4%A'), 400, undefined],
  ['an unknown id', () => product.get('/api/v1/crawls/00000000-0000-4000-8000-000000000000'), 404, undefined],
  ['an unknown address', () => product.get('/api/v1/nothing'), 404, undefined],
  ['an unknown projection', () => product.post('/api/v1/projections/nothing/rebuild', {}), 404, undefined],
  ['an Idempotency-Key with blanks', () => product.post('/api/v1/crawls', { keyword: 'planner', country: 'US', marketplaces: ['etsy'] }, { 'idempotency-key': 'a b' }), 400, 'Idempotency-Key'],
]; // prettier-ignore

describe('bad input', () => {
  it.each(refused)('refuses %s', async (_what, ask, status, path) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({
      status,
      type: expect.stringMatching(/^urn:digitallz-keywords:problem:/),
    });
    expect(answer.body['title']).toEqual(expect.any(String));
    expect(answer.text).not.toMatch(/\.[tj]s:\d+/);
    if (path !== undefined) expect(answer.body.errors?.map((error) => error.path)).toContain(path);
  });

  it('records nothing and logs nothing as a fault of ours', async () => {
    const before = await product.recorded();
    for (const [, ask] of refused) await ask();
    expect(await product.recorded()).toEqual(before);
    expect(product.logged.filter((line) => line['level'] === 'error' || line['level'] === 'warn')).toEqual(
      [],
    );
  }, 30_000);
});
