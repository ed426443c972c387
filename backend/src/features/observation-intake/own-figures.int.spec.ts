import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keywordId } from '../../../contracts/values/keyword.js';
import { startTestProduct, type TestProduct } from '../../platform/testing/test-product.js';

const SECRET = 'unreleased moon calendar';
const SHARED = 'shared moon calendar';
const PLACE = { marketplace: 'etsy', country: 'US' } as const;
const idOf = (keyword: string) => keywordId(PLACE.marketplace, PLACE.country, keyword);

let product: TestProduct;
let stranger: Awaited<ReturnType<TestProduct['signUp']>>;
/** Where everything of the arrangement is projected. */
let position: string;
beforeAll(async () => {
  product = await startTestProduct();
  stranger = await product.signUp('Somebody Else');
  await product.post('/api/v1/tracked-keywords', { keyword: SHARED, ...PLACE });
  const posted = [SECRET, SHARED].map((keyword) => ({
    keyword,
    ...PLACE,
    observedAt: '2026-03-14T09:30:00Z',
    source: 'our own ledger',
    metrics: { searchVolume: { value: 4_321, relation: 'eq', kind: 'reported' } },
  }));
  const { body } = await product.post('/api/v1/observations', { observations: posted });
  position = String(body['position']);
}, 60_000);
afterAll(async () => {
  await product?.close();
}, 30_000);

const QUESTIONS = [
  '/keywords?query=moon',
  '/keywords?query=moon&sort=keyword',
  '/keywords?query=calendr',
  '/keywords?query=moon&asOf=2099-01-01T00:00:00Z',
  `/keywords/${idOf(SHARED)}`,
  `/keywords/${idOf(SHARED)}/trend`,
  `/keywords/${idOf(SHARED)}/history`,
  `/keywords/${idOf(SHARED)}?asOf=2099-01-01T00:00:00Z`,
  '/suggestions?prefix=unreleased',
] as const;
const withPosition = (path: string) =>
  `/api/v1${path}${path.includes('?') ? '&' : '?'}minPosition=${position}`;

describe('figures that a workspace posted', () => {
  it.each(QUESTIONS)('are seen by that workspace: %s', async (path) => {
    const { status, text } = await product.get(withPosition(path));
    expect(status).toBe(200);
    expect(text.includes('4321') || text.includes(SECRET)).toBe(true);
  });

  it.each(QUESTIONS)('are nobody else’s: %s', async (path) => {
    const { status, text } = await product.get(withPosition(path), stranger.as);
    expect(status).toBe(200);
    for (const theirs of ['4321', SECRET, 'our own ledger']) expect(text).not.toContain(theirs);
  });

  it.each(['', '/trend', '/history', '/listings'])(
    'a keyword that was only ever posted is not there for others: /keywords/{id}%s',
    async (path) => {
      const address = `/api/v1/keywords/${idOf(SECRET)}${path}?minPosition=${position}`;
      expect((await product.get(address)).status).toBe(200);
      expect((await product.get(address, stranger.as)).status).toBe(404);
    },
  );

  it('others see their own figures of the same keyword, and a keyword is in each list once', async () => {
    const metrics = { searchVolume: { value: 77, relation: 'eq', kind: 'reported' } };
    const observation = {
      keyword: SHARED,
      ...PLACE,
      observedAt: '2026-03-15T09:30:00Z',
      source: 'theirs',
      metrics,
    };
    const { body } = await product.post('/api/v1/observations', { observations: [observation] }, stranger.as);
    const volumes = async (headers: Readonly<Record<string, string>>) => {
      const list = await product.get(
        `/api/v1/keywords?query=shared%20moon&minPosition=${String(body['position'])}`,
        headers,
      );
      return list.body.items?.map((item) => (item['metrics'] as Record<string, unknown>)['searchVolume']);
    };
    expect(await volumes(stranger.as)).toMatchObject([{ value: 77 }]);
    expect(await volumes(product.owner.as)).toMatchObject([{ value: 4_321 }]);
  });
});
