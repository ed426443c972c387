import { describe, expect, it } from '@jest/globals';
import { factsOf, kept } from '../testing/delivered.js';
import {
  CUSTOMER,
  LIFE_STARTS,
  priceAtStripe,
  StripeLife,
  WORKSPACE,
  type RawEvent,
} from '../testing/stripe-life.js';
import { IGNORED_TYPES } from './ignored-types.js';
import { planPriceOf } from './terms-of.js';
import { TRANSLATED_TYPES, translate } from './translate.js';

type Happening = (life: StripeLife) => void;

const namesAfter = (first: Happening, ...then: readonly Happening[]): readonly string[] => {
  const life = new StripeLife('sub_1', LIFE_STARTS);
  first(life);
  for (const happen of then) happen(life);
  return life.events
    .slice(-1)
    .flatMap(factsOf)
    .map(({ type }) => type.slice(13, -3));
};
const active: Happening = (life) => life.start('active');

const raw = (type: string, object: object, more: object = {}): RawEvent => ({
  id: 'evt_1',
  object: 'event',
  type,
  created: LIFE_STARTS,
  data: { object },
  ...more,
});

describe('an event of Stripe in our words', () => {
  it.each<[string, readonly string[], Happening, readonly Happening[]]>([
    ['created in its trial', ['TrialStarted'], (life) => life.start('trialing'), []],
    ['created and paid', ['Started'], active, []],
    ['created and not yet paid', ['TermsSeen'], (life) => life.start('incomplete'), []],
    ['paid for the first time', ['Started'], (life) => life.start('incomplete'), [(life) => life.begin()]],
    ['paid after its trial', ['Started'], (life) => life.start('trialing'), [(life) => life.endTrial()]],
    ['in a new period', ['Renewed'], active, [(life) => life.renew()]],
    ['past due', ['TermsSeen'], active, [(life) => life.pastDue()]],
    [
      'active after it was past due',
      ['TermsSeen'],
      active,
      [(life) => life.pastDue(), (life) => life.begin()],
    ],
    ['of a larger plan', ['PlanChanged'], active, [(life) => life.change('pro')]],
    ['by the year from now on', ['PlanChanged'], active, [(life) => life.change('starter', 'year')]],
    ['of a price that we do not know', ['UnknownPriceSeen'], active, [(life) => life.changeToStrangePrice()]],
    ['cancelled for the end of its period', ['CancellationScheduled'], active, [(life) => life.schedule()]],
    [
      'to go on after all',
      ['CancellationWithdrawn'],
      active,
      [(life) => life.schedule(), (life) => life.withdraw()],
    ],
    ['deleted', ['Ended'], active, [(life) => life.end()]],
    [
      'deleted with a strange price',
      ['UnknownPriceSeen', 'Ended'],
      active,
      [(life) => life.changeToStrangePrice(), (life) => life.end()],
    ],
    ['whose invoice was not paid', ['PaymentFailed'], active, [(life) => life.fail()]],
    ['whose invoice was paid', ['InvoicePaid'], active, [(life) => life.pay()]],
    [
      'whose invoice was paid at last',
      ['InvoicePaid', 'PaymentRecovered'],
      active,
      [(life) => life.fail(), (life) => life.pay()],
    ],
    ['whose money went back', ['Refunded'], active, [(life) => life.refund()]],
  ])('tells of a subscription %s: %j', (_what, names, first, then) => {
    expect(namesAfter(first, ...then)).toEqual(names);
  });

  it('may be several things at once, each with all terms', () => {
    const life = new StripeLife('sub_1', LIFE_STARTS);
    life.start('active');
    life.schedule();
    const [, scheduled] = life.events;
    const { object, previous_attributes } = scheduled?.['data'] as {
      object: object;
      previous_attributes: object;
    };
    const items = { data: [{ current_period_end: LIFE_STARTS + 99, price: priceAtStripe('pro') }] };
    const facts = factsOf({
      ...raw('customer.subscription.updated', object),
      data: {
        object: { ...object, items },
        previous_attributes: {
          ...previous_attributes,
          items: { data: [{ price: priceAtStripe('starter') }] },
        },
      },
    });
    expect(facts.map(({ type }) => type)).toEqual([
      'subscription.PlanChanged.v1',
      'subscription.CancellationScheduled.v1',
    ]);
    for (const { data } of facts)
      expect(data).toMatchObject({
        terms: { plan: 'pro', cancelAtPeriodEnd: true },
        termsBefore: { plan: 'starter' },
      });
  });

  it('tells the end of a checkout, and whom Stripe knows the workspace as', () => {
    const session = {
      object: 'checkout.session',
      id: 'cs_1',
      customer: CUSTOMER,
      subscription: 'sub_1',
      client_reference_id: WORKSPACE,
    };
    const completed = raw('checkout.session.completed', session);
    expect(kept(completed).workspaceTold).toBe(WORKSPACE);
    expect(factsOf(completed).map(({ type, data }) => [type, data])).toEqual([
      ['subscription.CustomerLinked.v1', expect.objectContaining({ customerId: CUSTOMER })],
      [
        'subscription.CheckoutEnded.v1',
        expect.objectContaining({ outcome: 'completed', subscriptionId: 'sub_1' }),
      ],
    ]);
    expect(factsOf(raw('checkout.session.expired', session)).map(({ data }) => data)).toEqual([
      expect.objectContaining({ sessionId: 'cs_1', outcome: 'expired' }),
    ]);
  });

  it('tells each refund of a charge that lists them, and leaves it to refund.created where it does not', () => {
    const refunds = {
      data: ['re_1', 're_2'].map((id) => ({ id, amount: 5, currency: 'eur', status: 'succeeded' })),
    };
    const charge = { object: 'charge', id: 'ch_1', customer: CUSTOMER };
    expect(factsOf(raw('charge.refunded', { ...charge, refunds })).map(({ data }) => data)).toEqual([
      expect.objectContaining({ refundId: 're_1', customerId: CUSTOMER, amountMinor: 5, currency: 'EUR' }),
      expect.objectContaining({ refundId: 're_2' }),
    ]);
    expect(translate(kept(raw('charge.refunded', charge)), WORKSPACE).kind).toBe('ignored');
  });

  it('of a type that we ignore is ignored with its reason, and no type is both ignored and translated', () => {
    expect(translate(kept(raw('customer.updated', { object: 'customer', id: 'cus_1' })), WORKSPACE)).toEqual({
      kind: 'ignored',
      why: expect.stringContaining('Stripe alone'),
    });
    expect(Object.keys(IGNORED_TYPES).filter((type) => type in TRANSLATED_TYPES)).toEqual([]);
  });

  it.each(['radar.early_fraud_warning.created', 'customer.subscription.renamed', 'a.constructor'])(
    'of type %s is unknown, and no error',
    (type) => {
      expect(translate(kept(raw(type, { object: 'something', id: 'x_1' })), WORKSPACE)).toEqual({
        kind: 'unknown',
      });
    },
  );

  it.each<[string, object]>([
    ['customer.subscription.updated', { object: 'subscription', id: 'sub_1' }],
    ['customer.subscription.updated', { object: 'invoice', id: 'in_1' }],
    ['invoice.paid', { object: 'invoice', status: 'paid' }],
    ['refund.created', { object: 'refund', id: 're_1' }],
    ['checkout.session.completed', { object: 'checkout.session' }],
  ])('of type %s that lacks what it needs is unfit, and no error: %j', (type, object) => {
    expect(translate(kept(raw(type, object)), WORKSPACE)).toEqual({ kind: 'unfit' });
  });

  it('of a connected account is foreign', () => {
    const event = kept(raw('invoice.paid', { object: 'invoice', id: 'in_1' }, { account: 'acct_2' }));
    expect(translate(event, WORKSPACE)).toEqual({ kind: 'foreign' });
  });

  it('tells the period as older versions of the API do, too', () => {
    const old = {
      object: 'subscription',
      id: 'sub_1',
      customer: CUSTOMER,
      status: 'active',
      currency: 'usd',
      start_date: LIFE_STARTS,
      current_period_start: LIFE_STARTS,
      current_period_end: LIFE_STARTS + 60,
    };
    const previous_attributes = { current_period_end: LIFE_STARTS };
    const types = factsOf({
      ...raw('customer.subscription.updated', old),
      data: { object: old, previous_attributes },
    });
    expect(types.map(({ type }) => type.slice(13, -3))).toEqual(['UnknownPriceSeen', 'Renewed']);
  });
});

describe('a price', () => {
  const pro = priceAtStripe('pro');
  it('is known by its lookup key, or by the one that it was made with', () => {
    const price = { plan: 'pro', interval: 'month', currency: 'EUR' };
    expect(planPriceOf({ ...pro, metadata: {} })).toEqual(price);
    expect(planPriceOf({ ...pro, lookup_key: null, metadata: { lookup_key: pro.lookup_key } })).toEqual(
      price,
    );
  });
  it.each([
    { lookup_key: null },
    { lookup_key: 'digitallz_free_month_eur' },
    { currency: 'usd' },
    { recurring: { interval: 'year', interval_count: 1 } },
    { recurring: { interval: 'month', interval_count: 3 } },
    { recurring: null },
  ])('is unknown with %j', (changed) => {
    expect(planPriceOf({ ...pro, metadata: {}, ...changed })).toBeUndefined();
  });
});
