import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { rows, transaction } from '../../../following/database/database.js';
import { projections } from '../../projections.js';
import { startTestProduct, type TestProduct } from '../../platform/testing/test-product.js';
import { until } from '../../platform/testing/until.js';

const NAME = 'tracked-keywords';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
  // The gate hears a moment later of who was appointed.
  await until('an operator asks', async () => (await product.get('/api/v1/projections')).status === 200);
}, 60_000);
afterAll(async () => {
  await product?.close();
}, 30_000);

const order = (what: string, name = NAME) =>
  product.ask(`/api/v1/projections/${name}/${what}`, { method: 'POST', headers: product.owner.as });
const listed = async () => (await product.get('/api/v1/projections')).body;
const standing = async (name = NAME) => (await listed()).items?.find((item) => item['name'] === name);
const buildOf = async () => Number((await standing())?.['build']);
const tracked = async () =>
  (await product.get('/api/v1/tracked-keywords')).body.items?.map((item) => item['keyword']);
const track = async (keyword: string) => {
  const { body } = await product.post('/api/v1/tracked-keywords', {
    keyword,
    marketplace: 'etsy',
    country: 'US',
  });
  return product.get(`/api/v1/tracked-keywords?minPosition=${String(body['position'])}`);
};
const rebuilt = async () => {
  const before = await buildOf();
  expect((await order('rebuild')).status).toBe(202);
  await until('the next build answers', async () => (await buildOf()) > before);
};

describe('GET /projections', () => {
  it('lists every read model with its place in the log, and every reaction beside it', async () => {
    await track('the first');
    const { items, ...rest } = await listed();
    expect(items?.map((item) => item['name'])).toEqual(projections.map(({ name }) => name).sort());
    for (const item of items ?? [])
      expect(item).toMatchObject({
        version: expect.any(Number),
        lag: expect.any(Number),
        status: expect.any(String),
      });
    expect(rest).toMatchObject({ head: expect.stringMatching(/^\d+$/) });
    expect(rest['reactions']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'schedule-looks', lag: expect.any(Number), status: 'running' }),
      ]),
    );
  });
});

describe('a read model on the operations page', () => {
  beforeEach(async () => {
    await until('nothing is being built', async () => (await standing())?.['rebuild'] === undefined);
  });

  it('is built anew beside the one that answers, and undone', async () => {
    await track('rebuilt');
    const first = await buildOf();
    await rebuilt();
    expect(await tracked()).toContain('rebuilt');
    expect(await standing()).toMatchObject({ build: first + 1, previous: { build: first } });

    const undone = await order('undo');
    expect([undone.status, undone.body['build']]).toEqual([200, first]);
    await track('after the undo');
    expect(await tracked()).toContain('after the undo');
    expect((await order('undo')).body['build']).toBe(first + 1);
  });

  it('that has fewer rows than the one that answers waits for a person, who lets it answer', async () => {
    const orm = product.app.get<MikroORM>(MikroORM);
    const build = await buildOf();
    const schema = `tracked_keywords_b${build}`;
    await transaction(orm, async (sql) => {
      await sql.run(`select set_config('following.writer', $1, true)`, [schema]);
      const [row] = await sql.run<{ columns: string }>(
        `select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
          where table_schema = $1 and table_name = 'tracked_keywords' and column_name <> 'id'`,
        [schema],
      );
      await sql.run(
        `insert into ${schema}.tracked_keywords (id, ${row?.columns})
         select gen_random_uuid(), ${row?.columns} from ${schema}.tracked_keywords limit 1`,
      );
    });
    await order('rebuild');
    await until('it is held', async () => {
      const { rebuild } = (await standing()) ?? {};
      return (rebuild as { status?: string } | undefined)?.status === 'held';
    });
    expect(await buildOf()).toBe(build);
    const accepted = await order('switch');
    expect([accepted.status, Number(accepted.body['build'])]).toEqual([200, build + 1]);
  });

  it('that is asked to be built anew and has not begun can be told not to', async () => {
    const build = await buildOf();
    await product.stopFollowing();
    await order('rebuild');
    expect(await standing()).toMatchObject({ requested: true });
    const given = await order('cancel');
    expect([given.status, given.body['requested']]).toEqual([200, undefined]);
    await product.startFollowing();
    await track('going on');
    expect(await standing()).toMatchObject({ build });
  });

  it('shows which events were stepped over, and why', async () => {
    const parked = { position: '7', eventId: '0b7c1b52-7f2e-4a34-9a56-3f3d1c7a9e01', type: 'tracking.KeywordTracked.v1', error: 'bad' }; // prettier-ignore
    await rows(
      product.app.get<MikroORM>(MikroORM),
      `insert into following.parked_events (projection, build, position, event_id, event_type, error)
       values ($1, $2, $3, $4, $5, $6)`,
      [NAME, await buildOf(), parked.position, parked.eventId, parked.type, parked.error],
    );
    expect(await standing()).toMatchObject({
      status: 'degraded',
      parked: [{ ...parked, parkedAt: expect.stringMatching(/^\d{4}-.*Z$/) }],
    });
  });

  it.each([
    ['switch', /no build of tracked-keywords waits to be accepted/],
    ['cancel', /tracked-keywords is not being rebuilt/],
  ])('refuses to %s where there is nothing to, and says so', async (what, words) => {
    const refused = await order(what);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      type: 'urn:digitallz-keywords:problem:not-possible-now',
      detail: expect.stringMatching(words),
    });
  });

  it('refuses to undo what was never rebuilt', async () => {
    const refused = await order('undo', 'crawls');
    expect([refused.status, refused.body['detail']]).toEqual([
      409,
      'crawls has no earlier build to go back to',
    ]);
  });

  it.each(['rebuild', 'switch', 'undo', 'cancel'])(
    'answers 404 to %s of a name that there is not, with those that there are',
    async (what) => {
      const refused = await order(what, 'keyword');
      expect([refused.status, refused.body['detail']]).toEqual([
        404,
        expect.stringMatching(/crawls, keywords/),
      ]);
      expect((await order(what, 'Key words')).body.errors).toMatchObject([{ path: 'name' }]);
    },
  );
});
