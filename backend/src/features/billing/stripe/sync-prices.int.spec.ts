import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Stripe from 'stripe';
import { startStripeDouble, type StripeDouble } from '../../../../local-servers/stripe/server.js';
import { lookupKeyOf, PLAN_PRICES, priceMinor } from '../../../../contracts/values/plans.js';
import { syncPrices } from './sync-prices.js';

const KEY = 'sk_test_of_the_specs';

let double: StripeDouble;
let api: Stripe;
beforeEach(async () => {
  double = await startStripeDouble({ port: 0, secretKey: KEY, webhookSecret: 'whsec_of_the_specs' });
  api = new Stripe(KEY, { host: '127.0.0.1', port: double.port, protocol: 'http', telemetry: false });
});
afterEach(() => double.close());

const activePrices = async () => (await api.prices.list({ active: true, limit: 100 })).data;

describe('what Stripe sells', () => {
  it('is what the file of plans says, and stays so when it is said again', async () => {
    const first = await syncPrices(api);
    expect(first).toEqual({ made: PLAN_PRICES.map(lookupKeyOf), unchanged: [] });
    expect(await syncPrices(api)).toEqual({ made: [], unchanged: PLAN_PRICES.map(lookupKeyOf) });
    const found = await activePrices();
    expect(found).toHaveLength(PLAN_PRICES.length);
    for (const price of PLAN_PRICES)
      expect(found.find(({ lookup_key }) => lookup_key === lookupKeyOf(price))).toMatchObject({
        unit_amount: priceMinor(price.plan, price.interval, price.currency),
        currency: price.currency.toLowerCase(),
        recurring: { interval: price.interval },
        metadata: { lookup_key: lookupKeyOf(price) },
      });
  });

  it('gets a new price where the amount is another one; who has the old one keeps it, and it says what it stood for', async () => {
    await syncPrices(api);
    const key = 'digitallz_pro_month_eur';
    const [ours] = (await api.prices.list({ lookup_keys: [key] })).data;
    const dearer = await api.prices.create({
      product: 'digitallz_pro',
      currency: 'eur',
      unit_amount: 9_900,
      recurring: { interval: 'month' },
      lookup_key: key,
      transfer_lookup_key: true,
      metadata: { lookup_key: key },
    });
    expect((await syncPrices(api)).made).toEqual([key]);
    const [now] = (await api.prices.list({ lookup_keys: [key] })).data;
    expect(now?.unit_amount).toBe(3_900);
    expect([ours?.id, dearer.id]).not.toContain(now?.id);
    expect(await api.prices.retrieve(dearer.id)).toMatchObject({
      lookup_key: null,
      metadata: { lookup_key: key },
    });
  });

  it('has its products as we name them, also where somebody renamed one or took it from sale', async () => {
    await syncPrices(api);
    await api.products.update('digitallz_pro', { name: 'Something else', active: false });
    await syncPrices(api);
    expect(await api.products.retrieve('digitallz_pro')).toMatchObject({
      name: 'Digitallz Keywords pro',
      active: true,
    });
  });
});
