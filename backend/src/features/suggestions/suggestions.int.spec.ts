import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnyNewEvent } from '../../../event-log/event-log.js';
import { startTestProduct, type TestProduct } from '../../platform/testing/test-product.js';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
}, 60_000);
afterAll(async () => {
  await product?.close();
}, 30_000);

async function box(
  prefix: string,
  texts: readonly string[],
  place: { marketplace?: 'etsy' | 'ebay'; country?: 'US' | 'GB' } = {},
): Promise<string> {
  const event: AnyNewEvent = {
    id: randomUUID(),
    type: 'observation.SuggestionsObserved.v1',
    data: {
      marketplace: place.marketplace ?? 'etsy',
      country: place.country ?? 'US',
      source: 'sandbox etsy.com suggestions',
      origin: 'sandbox',
      url: 'http://127.0.0.1/',
      parserVersion: '1',
      bodyHash: 'a'.repeat(64),
      prefix,
      suggestions: texts.map((text, i) => ({ text, place: i + 1 })),
    },
    metadata: {
      correlationId: 'c',
      causationId: 'c',
      occurredAt: new Date().toISOString(),
      actor: 'crawler',
      producer: 'spec',
    },
  };
  const { position } = await product.eventLog.append(`observation-${randomUUID()}`, 'no-stream', [event]);
  return String(position);
}
const handIn = async (keyword: string) => {
  const observation = {
    keyword, marketplace: 'etsy', country: 'US', observedAt: '2026-03-14T09:30:00Z', source: 'a tool',
    metrics: { searchVolume: { value: 5, relation: 'eq', kind: 'reported' } },
  }; // prettier-ignore
  const { body } = await product.post('/api/v1/observations', { observations: [observation] });
  return String(body['position']);
};
const ask = async (query: Record<string, string>) =>
  (await product.get(`/api/v1/suggestions?${new URLSearchParams(query).toString()}`)).body;
const keywords = (body: { items?: Record<string, unknown>[] }) => body.items?.map((item) => item['keyword']);

describe('GET /suggestions', () => {
  it('gives what the box suggested in its order, then known keywords with the prefix', async () => {
    await handIn('lemon planner');
    const at = await box('lemon', ['lemon wall art', 'lemon clipart', 'lemon svg']);
    const body = await ask({ prefix: 'Lemon', minPosition: at });
    expect(keywords(body)).toEqual(['lemon wall art', 'lemon clipart', 'lemon svg', 'lemon planner']);
    expect(body.items?.[0]).toMatchObject({
      marketplace: 'etsy', country: 'US', place: 1, origin: 'sandbox', source: 'sandbox etsy.com suggestions',
    }); // prettier-ignore
    expect(body.items?.[3]).toMatchObject({ place: null, source: 'a tool' });
  });

  it('tells marketplaces and countries apart', async () => {
    await box('pear', ['pear etsy us']);
    await box('pear', ['pear ebay us'], { marketplace: 'ebay' });
    const at = await box('pear', ['pear etsy gb'], { country: 'GB' });
    expect(keywords(await ask({ prefix: 'pear', marketplace: 'ebay', minPosition: at }))).toEqual([
      'pear ebay us',
    ]);
    expect(keywords(await ask({ prefix: 'pear', country: 'GB' }))).toEqual(['pear etsy gb']);
    expect(keywords(await ask({ prefix: 'pear', marketplace: 'etsy', country: 'US' }))).toEqual([
      'pear etsy us',
    ]);
  });

  it('shows the newest place of a suggestion that was seen again', async () => {
    await box('plum', ['plum one', 'plum two']);
    const at = await box('plum', ['plum two', 'plum one']);
    expect(keywords(await ask({ prefix: 'plum', minPosition: at }))).toEqual(['plum two', 'plum one']);
  });

  it('takes per cent and underscore for what they are', async () => {
    const at = await box('50%', ['50% off sign', '500 off sign']);
    expect(keywords(await ask({ prefix: '50%', minPosition: at }))).toEqual(['50% off sign']);
  });

  it.each(['🎉 par', 'مخطط ز', 'מתכנן ח'])('completes %s', async (prefix) => {
    const at = await box(prefix, [`${prefix}x`]);
    expect(keywords(await ask({ prefix, minPosition: at }))).toEqual([`${prefix}x`]);
  });

  it('gives as many as asked for, and nothing where nothing begins so', async () => {
    const at = await box('fig', ['fig a', 'fig b', 'fig c']);
    expect(keywords(await ask({ prefix: 'fig', limit: '2', minPosition: at }))).toHaveLength(2);
    expect(keywords(await ask({ prefix: 'zzz' }))).toEqual([]);
  });
});
