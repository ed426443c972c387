import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProjectionTables } from '../../../platform/database/projection-tables.js';
import { until } from '../../../platform/testing/until.js';
import { STRIPE, type StripeAccess } from '../stripe/open-stripe.js';
import { openShop, type Shop } from '../testing/shop.js';
import { reconcileAll } from './keep-reconciled.js';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
}, 60_000);
afterAll(async () => {
  await shop?.close();
}, 30_000);

describe('a workspace whose people have all closed their accounts', () => {
  it('pays no more, and Stripe forgets their address; others are left alone', async () => {
    const [leaving, staying] = [await shop.customer('Leaving Owner'), await shop.customer('Staying Owner')];
    await shop.subscribe(leaving);
    await shop.subscribe(staying);
    const { api } = shop.product.app.get<StripeAccess>(STRIPE);
    const erased = await shop.ask(leaving, 'DELETE', '/me', { password: leaving.password });
    expect(erased.status).toBe(200);
    const parts = {
      api,
      eventLog: shop.product.eventLog,
      tables: shop.product.app.get(ProjectionTables),
      log: { write: () => undefined },
      clock: Date.now,
    };
    const subscriptions = async () => {
      await reconcileAll(parts);
      const { data } = await api.subscriptions.list({ status: 'all', limit: 100 });
      return data
        .map(({ status }) => status)
        .toSorted()
        .join();
    };
    await until('one to be cancelled', async () => (await subscriptions()) === 'canceled,trialing');
    const { data: customers } = await api.customers.list({ limit: 100 });
    expect(customers.filter(({ email }) => email === leaving.email)).toEqual([]);
    expect(customers.filter(({ email }) => email === staying.email)).toHaveLength(1);
    expect(await shop.subscription(staying)).toMatchObject({ plan: 'pro', isBilled: true });
  });
});
