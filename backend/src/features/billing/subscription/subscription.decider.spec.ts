import { describe, expect, it } from '@jest/globals';
import type { AnyNewEvent } from '../../../../event-log/event-log.js';
import { deciderSpec, type ToldEvent } from '../../../../event-log/testing/decider-spec.js';
import { delivered, factsOf } from '../testing/delivered.js';
import { pastDueLife } from '../testing/past-due-life.js';
import { CUSTOMER, DAY, LIFE_STARTS, type StripeLife, WORKSPACE } from '../testing/stripe-life.js';
import { entitlement } from './entitlement.js';
import { evolve } from './evolve.js';
import {
  decideCheckoutStarted,
  decideCustomerLink,
  decideFacts,
  decideGrace,
} from './subscription.decider.js';
import { customerOf, noSubscription, openCheckouts, type SubscriptionState } from './subscription-state.js';

type Command = (state: SubscriptionState) => readonly AnyNewEvent[];
const spec = deciderSpec<SubscriptionState, Command>({
  initial: noSubscription,
  evolve,
  decide: (state, command) => command(state),
});

const day = (days: number): string => new Date((LIFE_STARTS + days * DAY) * 1_000).toISOString();

const told = (life: StripeLife): readonly ToldEvent[] => life.events.flatMap(factsOf);
const cause = { id: 'req-1', actor: 'anna' };

describe('facts of Stripe', () => {
  const life = pastDueLife();
  const [created] = life.events;
  if (!created) throw new Error('nothing happened');
  const facts = factsOf(created);

  it('are told once, by Stripe, of its time', () => {
    spec
      .given()
      .when((state) => decideFacts(state, created.id, facts))
      .then(
        facts.map((fact) => ({
          ...fact,
          metadata: { actor: 'stripe', occurredAt: day(0), workspace: WORKSPACE, correlationId: created.id },
        })),
      );
    spec
      .given(...facts)
      .when((state) => decideFacts(state, created.id, facts))
      .then([]);
  });

  it('have ids that follow from Stripe’s, so that a repeated append is the same event', () => {
    const ids = () => decideFacts(noSubscription, created.id, facts).map(({ id }) => id);
    expect(ids()).toEqual(ids());
    const charge = { object: 'charge', id: 'ch_1', refunds: { data: ['re_1', 're_2'].map((id) => ({ id, amount: 5, currency: 'eur', status: 'succeeded' })) } }; // prettier-ignore
    const refunds = factsOf({ id: 'evt_r', object: 'event', type: 'charge.refunded', created: LIFE_STARTS, data: { object: charge } }); // prettier-ignore
    expect(new Set(decideFacts(noSubscription, 'evt_r', refunds).map(({ id }) => id)).size).toBe(2);
  });

  it('that are older than what is known are told all the same, and change nothing that counts', () => {
    const late = delivered([...life.events].reverse());
    expect(late.seen.size).toBe(life.events.length);
    expect(entitlement(late, day(31))).toEqual(entitlement(delivered(life.events), day(31)));
  });
});

describe('the customer of a workspace', () => {
  const link = { workspaceId: WORKSPACE, customerId: CUSTOMER, at: day(0) };
  const linked: ToldEvent = {
    type: 'subscription.CustomerLinked.v1',
    data: { ...link, stripeEventId: null },
  };

  it('is linked once', () => {
    spec
      .given()
      .when((state) => decideCustomerLink(state, link, cause))
      .then([linked]);
    spec
      .given(linked)
      .when((state) => decideCustomerLink(state, link, cause))
      .then([]);
  });

  it('is the one that was linked last, in whatever order that is told', () => {
    const later: ToldEvent = { ...linked, type: 'subscription.CustomerLinked.v1', data: { ...link, customerId: 'cus_0', at: day(1), stripeEventId: null } }; // prettier-ignore
    for (const order of [[linked, later], [later, linked]])
      expect(customerOf(order.reduce<SubscriptionState>((state, event) => evolve(state, event), noSubscription))).toBe('cus_0'); // prettier-ignore
  });
});

describe('a checkout', () => {
  const data = { workspaceId: WORKSPACE, sessionId: 'cs_1', plan: 'pro', interval: 'year', currency: 'EUR', at: day(0), expiresAt: day(1) } as const; // prettier-ignore
  const started: ToldEvent = { type: 'subscription.CheckoutStarted.v1', data };
  const session = { object: 'checkout.session', id: 'cs_1', customer: CUSTOMER, subscription: 'sub_1' };
  const completed = { id: 'evt_c', object: 'event', type: 'checkout.session.completed', created: LIFE_STARTS, data: { object: session } }; // prettier-ignore
  const expired = { ...completed, id: 'evt_e', type: 'checkout.session.expired' };

  it('is started once, and open until it ends or its time is over', () => {
    spec
      .given()
      .when((state) => decideCheckoutStarted(state, data, cause))
      .then([started]);
    spec
      .given(started)
      .when((state) => decideCheckoutStarted(state, data, cause))
      .then([]);
    const state = evolve(noSubscription, started);
    expect(openCheckouts(state, day(0.5))).toEqual([data]);
    expect(openCheckouts(state, day(1))).toEqual([]);
    expect(openCheckouts(delivered([completed], state), day(0.5))).toEqual([]);
  });

  it('that was gone through stays so, whatever else is told and when', () => {
    for (const order of [
      [completed, expired],
      [expired, completed],
    ]) {
      const state = evolve(delivered(order), started);
      expect(state.checkouts.get('cs_1')).toEqual({ started: data, outcome: 'completed' });
      expect(customerOf(state)).toBe(CUSTOMER);
    }
  });
});

describe('days of grace', () => {
  const start: ToldEvent = {
    type: 'subscription.GraceStarted.v1',
    data: { workspaceId: WORKSPACE, subscriptionId: 'sub_1', at: day(31), graceUntil: day(37) },
  };
  const end = (at: string, outcome: 'paid' | 'lapsed'): ToldEvent => ({
    type: 'subscription.GraceEnded.v1',
    data: { workspaceId: WORKSPACE, subscriptionId: 'sub_1', at, graceUntil: day(37), outcome },
  });
  const judge =
    (now: string): Command =>
    (state) =>
      decideGrace(state, WORKSPACE, now);

  it('start with a refused payment, once', () => {
    spec
      .given(...told(pastDueLife()))
      .when(judge(day(31)))
      .then([start]);
    spec
      .given(...told(pastDueLife()), start)
      .when(judge(day(36)))
      .then([]);
  });

  it('end unpaid at their end, once', () => {
    spec
      .given(...told(pastDueLife()), start)
      .when(judge(day(37)))
      .then([end(day(37), 'lapsed')]);
    spec
      .given(...told(pastDueLife()), start, end(day(37), 'lapsed'))
      .when(judge(day(38)))
      .then([]);
  });

  it('end paid when it is paid, and nothing starts again', () => {
    const life = pastDueLife();
    life.now += 2 * DAY;
    life.pay();
    life.begin();
    spec
      .given(...told(life), start)
      .when(judge(day(33)))
      .then([end(day(33), 'paid')]);
    spec
      .given(...told(life), start, end(day(33), 'paid'))
      .when(judge(day(34)))
      .then([]);
  });

  it('are not told of at all where nobody looked until they were over', () => {
    spec
      .given(...told(pastDueLife()))
      .when(judge(day(40)))
      .then([]);
  });

  it('are told of again at the next refused payment', () => {
    const life = pastDueLife();
    life.now += 2 * DAY;
    life.pay();
    life.begin();
    life.now += 28 * DAY;
    life.renew();
    life.fail();
    life.pastDue();
    const again: ToldEvent = { type: 'subscription.GraceStarted.v1', data: { ...start.data, at: day(60), graceUntil: day(67) } }; // prettier-ignore
    spec
      .given(...told(life), start, end(day(33), 'paid'))
      .when(judge(day(60)))
      .then([again]);
  });
});
