import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { LiveBuilds } from '../../../following/waiting/live-builds.js';
import { Notices } from '../../../following/waiting/notices.js';
import { onWanted } from '../../../following/waiting/wanted-positions.js';
import { startTestProduct, type TestProduct } from '../../platform/testing/test-product.js';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
}, 60_000);
afterAll(async () => {
  await product?.close();
}, 30_000);

const volume = (value: number) => ({ searchVolume: { value, relation: 'eq', kind: 'reported' } });
let made = 0;
/** A figure for a keyword that no other test speaks of. */
const figure = (changes: Record<string, unknown> = {}) => ({
  keyword: `intake keyword ${(made += 1)}`,
  marketplace: 'etsy',
  country: 'US',
  observedAt: '2026-03-14T09:30:00Z',
  source: 'a keyword tool',
  metrics: volume(100),
  ...changes,
});
const post = (observations: readonly unknown[], headers?: Record<string, string>) =>
  product.post('/api/v1/observations', { observations }, headers);
const recordedFor = async (keyword: string) =>
  (await product.recorded()).filter((event) => 'keyword' in event.data && event.data.keyword === keyword);

describe('POST /observations', () => {
  it('records a figure and answers with how many and where', async () => {
    const one = figure();
    const answer = await post([one]);
    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({ accepted: 1, duplicates: 0, position: expect.stringMatching(/^\d+$/) });
    const [event] = await recordedFor(one.keyword);
    expect(event).toMatchObject({
      type: 'observation.MetricsReported.v1',
      data: { source: 'a keyword tool', origin: 'live', metrics: volume(100) },
      metadata: {
        occurredAt: '2026-03-14T09:30:00.000Z',
        workspace: product.owner.workspaceId,
        actor: product.owner.id,
      },
      position: BigInt(String(answer.body['position'])),
    });
  });

  it('counts the same post again as duplicates, at once', async () => {
    const batch = [figure(), figure()];
    await post(batch);
    expect((await post(batch)).body).toMatchObject({ accepted: 0, duplicates: 2 });
  });

  it('counts a repeat within one post once', async () => {
    const one = figure();
    expect((await post([one, one])).body).toMatchObject({ accepted: 1, duplicates: 1 });
  });

  it('records other metrics at the same moment as a restatement, and the way back as another', async () => {
    const a = figure();
    const b = { ...a, metrics: volume(200) };
    for (const one of [a, b, a])
      expect((await post([one])).body).toMatchObject({ accepted: 1, duplicates: 0 });
    expect((await post([a])).body).toMatchObject({ accepted: 0, duplicates: 1 });
    expect(await recordedFor(a.keyword)).toHaveLength(3);
  });

  it('records equal posts that come at once only once', async () => {
    const one = figure();
    const answers = await Promise.all(Array.from({ length: 6 }, () => post([one])));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(202));
    const accepted = answers.reduce((sum, { body }) => sum + Number(body['accepted']), 0);
    expect(accepted).toBe(1);
    expect(await recordedFor(one.keyword)).toHaveLength(1);
  });

  it('records batches that come at once and share observations only once each', async () => {
    const [a, b, c] = [figure(), figure(), figure()];
    const batches = [[a, b], [b, a], [b, c], [a], [c, a], [a, b, c], [c], [b]];
    const answers = await Promise.all(batches.map((batch) => post(batch)));
    expect(answers.map(({ status }) => status)).toEqual(batches.map(() => 202));
    expect(answers.reduce((sum, { body }) => sum + Number(body['accepted']), 0)).toBe(3);
    for (const { keyword } of [a, b, c]) expect(await recordedFor(keyword)).toHaveLength(1);
  });

  it('says of a missing list and of one that is none just that', async () => {
    expect((await product.post('/api/v1/observations', {})).body.errors).toEqual([
      { path: 'observations', message: 'is missing' },
    ]);
    expect((await product.post('/api/v1/observations', { observations: 'many' })).body.errors).toEqual([
      { path: 'observations', message: 'must be a list of observations' },
    ]);
  });

  it('takes a thousand observations at once', async () => {
    const keyword = figure().keyword;
    const many = Array.from({ length: 1_000 }, (_, i) => figure({ keyword: `${keyword} ${i}` }));
    expect((await post(many)).body).toMatchObject({ accepted: 1_000, duplicates: 0 });
    expect((await post(many)).body).toMatchObject({ accepted: 0, duplicates: 1_000 });
  });

  it('answers soon where the newest event is none of the ledger and one before it is read late', async () => {
    const one = figure();
    await post([one]);
    // A duplicate is told from what the ledger holds: now it has all.
    await post([one]);
    const asked = Promise.withResolvers<void>();
    await onWanted(product.app.get(Notices), ({ projection }) => {
      if (projection === 'reported-figures') asked.resolve();
    });
    const schema = await product.app.get(LiveBuilds).schemaOf('reported-figures');
    const restated = { ...one, metrics: volume(200) };
    // Given that the ledger cannot be written while the projector is asked for a later place,
    const again = await product.app
      .get(MikroORM)
      .em.fork()
      .transactional(async (em) => {
        await em.execute(`lock table "${schema}".reported_figures in exclusive mode`);
        await post([restated]);
        await product.post('/api/v1/crawls', { keyword: one.keyword, marketplaces: ['etsy'], country: 'US' });
        const answer = post([restated]);
        await asked.promise;
        return { answer };
      });
    // then the ledger reaches it all the same once it can be written.
    expect((await again.answer).body).toMatchObject({ accepted: 0, duplicates: 1 });
  });

  it('records nothing of a post with one bad item, and names its index and field', async () => {
    const good = figure();
    const answer = await post([
      good,
      figure({ keyword: 'x'.repeat(10_000) }),
      figure({ marketplace: 'shop' }),
    ]);
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body.errors).toEqual([
      { path: 'observations.1.keyword', message: 'may have at most 200 characters' },
      { path: 'observations.2.marketplace', message: 'must be one of amazon, etsy, ebay' },
    ]);
    expect(await recordedFor(good.keyword)).toEqual([]);
  });

  it('answers 400 for a list that is empty, too long, or none', async () => {
    for (const observations of [[], Array(1_001).fill(figure()), 'many', undefined]) {
      const answer = await product.post('/api/v1/observations', { observations });
      expect(answer.status).toBe(400);
      expect(answer.body.errors?.[0]?.path).toBe('observations');
    }
  });

  it.each(['🎉 party planner 🎈', 'مخطط زفاف قابل للطباعة', 'מתכנן חתונה להדפסה'])(
    'records %s unchanged',
    async (keyword) => {
      expect((await post([figure({ keyword })])).status).toBe(202);
      expect(await recordedFor(keyword)).toHaveLength(1);
    },
  );

  it('answers the same for the same Idempotency-Key and refuses it for another post', async () => {
    const headers = { 'idempotency-key': 'intake-1' };
    const batch = [figure()];
    const first = await post(batch, headers);
    const again = await post(batch, headers);
    expect(again.status).toBe(202);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const other = await post([figure()], headers);
    expect(other.status).toBe(422);
    expect(other.body['type']).toBe('urn:digitallz-keywords:problem:idempotency-key-reused');
  });
});

describe('DELETE /observations/{id}', () => {
  it('records why, once, and lets the same figure be handed in again', async () => {
    const one = figure();
    await post([one]);
    const [recorded] = await recordedFor(one.keyword);
    const path = `/api/v1/observations/${recorded?.id ?? ''}`;
    const answer = await product.delete(path, { why: 'wrong currency' });
    expect(answer.status).toBe(200);
    expect((await product.delete(path, { why: 'wrong currency' })).body).toEqual(answer.body);
    expect((await recordedFor(one.keyword)).at(-1)).toMatchObject({
      type: 'observation.Retracted.v1',
      data: { observationId: recorded?.id, why: 'wrong currency' },
    });
    expect((await post([one])).body).toMatchObject({ accepted: 1 });
    expect(await recordedFor(one.keyword)).toHaveLength(3);
  });

  it('answers 404 for an observation that nobody handed in, and 400 without a reason', async () => {
    const path = '/api/v1/observations/00000000-0000-4000-8000-000000000000';
    expect((await product.delete(path, { why: 'wrong' })).status).toBe(404);
    expect((await product.delete(path, {})).body.errors).toEqual([{ path: 'why', message: 'is missing' }]);
  });
});
