import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createProductCodec } from '../../../../event-log/codec/event-codec.js';
import { anyLife } from '../testing/any-life.js';
import { factsOf, kept } from '../testing/delivered.js';
import { CANARIES, LIFE_STARTS, StripeLife, WORKSPACE } from '../testing/stripe-life.js';
import { storedEvent } from '../subscription/subscription-events.js';
import { keptInvoice, keptStripeEvent, keptSubscription } from './kept-fields.js';
import { termsOf } from './terms-of.js';

const told = (object: object, more: object = {}) => ({
  id: 'evt_1',
  object: 'event',
  type: 'invoice.paid',
  created: LIFE_STARTS,
  api_version: '2026-10-28.endive',
  livemode: true,
  data: { object },
  ...more,
});
const leaks = (value: unknown): readonly string[] => {
  const text = JSON.stringify(value);
  return CANARIES.filter((canary) => text.includes(canary));
};

describe('what is kept of an event of Stripe', () => {
  it('is what is needed of a subscription, by its ids alone where Stripe sends whole objects', () => {
    const life = new StripeLife('sub_1', LIFE_STARTS);
    life.start('active', 'pro');
    const [raw] = life.events;
    if (!raw) throw new Error('nothing happened');
    expect(leaks(raw)).not.toEqual([]);
    expect(kept(raw)).toMatchObject({
      stripeEventId: raw.id,
      stripeType: 'customer.subscription.created',
      at: '2026-03-01T00:00:00.000Z',
      customerId: 'cus_1',
      workspaceTold: WORKSPACE,
      connectedAccountId: null,
      previous: null,
      object: 'subscription',
      objectId: 'sub_1',
      subscription: {
        id: 'sub_1',
        customer: 'cus_1',
        status: 'active',
        metadata: { workspace: WORKSPACE },
        items: { data: [{ price: { id: 'price_pro_month', lookup_key: 'digitallz_pro_month_eur' } }] },
      },
    });
  });

  it('holds nothing about a person or a card, whatever happened, and neither do the facts', () => {
    fc.assert(
      fc.property(anyLife, ({ events }) => {
        for (const raw of events) {
          expect(leaks(kept(raw))).toEqual([]);
          expect(leaks(factsOf(raw))).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('holds no text of a person even where it stands in a field that is kept', () => {
    const fields = ['customer', 'number', 'status', 'currency', 'billing_reason', 'subscription', 'charge', 'payment_intent', 'reason', 'mode', 'client_reference_id', 'metadata', 'parent', 'items', 'discounts', 'refunds']; // prettier-ignore
    const objects = [
      'subscription',
      'invoice',
      'refund',
      'charge',
      'checkout.session',
      'customer',
      'payment_method',
    ];
    for (const object of objects)
      for (const canary of [
        'canary@example.com',
        'Canary Bird',
        '12 Canary Street',
        '+49 30 5550199',
        'https://x',
      ]) {
        const nested = {
          id: canary,
          data: [{ id: canary, price: { id: canary, lookup_key: canary } }],
          workspace: canary,
        };
        for (const value of [canary, nested, [canary, nested]]) {
          const body = { object, id: 'x_1', ...Object.fromEntries(fields.map((field) => [field, value])) };
          const event = keptStripeEvent(told(body, { type: 'customer.updated', account: null }));
          expect(event).toBeDefined();
          expect(leaks(event)).toEqual([]);
        }
      }
  });

  it('is the same of what the API answers with as of what its events tell', () => {
    const life = new StripeLife('sub_1', LIFE_STARTS);
    life.start('active');
    life.pay();
    const [subscription, invoice] = life.events.map((raw) => (raw['data'] as { object: object }).object);
    const [created, paid] = life.events.map(kept);
    expect(keptSubscription(subscription ?? {})).toEqual(created?.subscription);
    expect(keptInvoice(invoice ?? {})).toEqual(paid?.invoice);
    expect(termsOf(keptSubscription(subscription ?? {}))).toMatchObject({
      plan: 'starter',
      status: 'active',
    });
    expect(termsOf(keptSubscription({ id: 'sub_1' }))).toBeUndefined();
  });

  it('is of objects that we do not know no more than that there was one', () => {
    const event = keptStripeEvent(told({ object: 'payment_method', id: 'pm_1', card: { last4: '4242' } }));
    expect(event).toMatchObject({
      object: 'payment_method',
      objectId: 'pm_1',
      invoice: null,
      subscription: null,
    });
    expect(leaks(event)).toEqual([]);
  });

  it('can be stored: the log takes it as it is', () => {
    const life = new StripeLife('sub_1', LIFE_STARTS);
    life.start('trialing');
    life.endTrial();
    life.fail();
    life.refund();
    const codec = createProductCodec();
    for (const raw of life.events) {
      const { id, type, data, metadata } = storedEvent(kept(raw));
      const stored = { id, type, data, metadata: { ...metadata, recordedAt: '2026-11-23T09:30:02.482Z' } };
      expect(
        codec.decode({ ...stored, stream: `stripeEvent-${raw.id}`, revision: 0, position: 1n })?.data,
      ).toEqual(data);
    }
  });

  it('says which account an event is of, where it is not ours', () => {
    expect(keptStripeEvent(told({ object: 'customer', id: 'cus_1' }, { account: 'acct_2' }))).toMatchObject({
      connectedAccountId: 'acct_2',
      isLive: true,
    });
  });

  it('keeps what Stripe only previews, which has no id', () => {
    expect(keptStripeEvent(told({ object: 'invoice', total: 1_500 }))).toMatchObject({
      objectId: null,
      invoice: { total: 1_500 },
    });
  });

  it.each([
    null,
    'text',
    [],
    {},
    told({}),
    told({ object: 'invoice' }, { id: 'canary@example.com' }),
    told({ object: 'invoice' }, { created: 1e300 }),
    told({ object: 'invoice' }, { created: 0 }),
    told({ object: 'invoice' }, { type: 'Canary Bird' }),
    told({ object: 'Canary Bird' }),
    told({ object: 'invoice' }, { object: 'v2.core.event' }),
  ])('is nothing of what is no event of Stripe: %j', (body) => {
    expect(keptStripeEvent(body)).toBeUndefined();
  });
});
