import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asText, delivered, factsOf } from '../testing/delivered.js';
import { DAY, LIFE_STARTS, StripeLife, WORKSPACE, type RawEvent } from '../testing/stripe-life.js';
import { anyLife } from '../testing/any-life.js';
import { entitlement } from './entitlement.js';
import { evolve } from './evolve.js';
import { lastOf } from './newest-words.js';
import { decideGrace } from './subscription.decider.js';
import { noSubscription, type SubscriptionState } from './subscription-state.js';

const at = (seconds: number) => new Date(seconds * 1_000).toISOString();

/** A trial, its first paid period, a refused payment, its recovery, a larger plan, the end; each an event. */
function sixEvents(stepS: number): readonly RawEvent[] {
  const life = new StripeLife('sub_six', LIFE_STARTS);
  const happenings = [
    () => life.start('trialing'),
    () => life.endTrial(),
    () => life.fail(),
    () => life.pay(),
    () => life.change('pro'),
    () => life.end(),
  ];
  for (const happen of happenings) {
    happen();
    life.now += stepS;
  }
  return life.events;
}

function* ordersOf<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  if (items.length === 0) yield [];
  for (const [index, item] of items.entries())
    for (const rest of ordersOf(items.toSpliced(index, 1))) yield [item, ...rest];
}

const withoutGrace = (state: SubscriptionState): string => asText({ ...state, graces: new Map() });

/** Every event comes again, all but the first two only after three days in which dunning looked and said its own part. */
function late(order: readonly RawEvent[]): SubscriptionState {
  const judged = (state: SubscriptionState, now: string) =>
    decideGrace(state, WORKSPACE, now).reduce((after, event) => evolve(after, event), state);
  let state = delivered(order.slice(0, 2));
  for (const [index, raw] of order.slice(2).entries()) {
    state = judged(state, at(LIFE_STARTS + (14 + 3 * index) * DAY));
    state = delivered([raw, ...order.slice(0, index)], state);
  }
  return judged(state, at(LIFE_STARTS + 90 * DAY));
}

describe('a life of six events', () => {
  it.each([
    ['days apart', 5 * DAY],
    ['all in one second', 0],
  ])('%s ends in one state after each of 720 orders, told once, twice and late', (_how, stepS) => {
    const events = sixEvents(stepS);
    expect(events.map(({ type }) => type)).toEqual([
      'customer.subscription.created',
      'customer.subscription.updated',
      'invoice.payment_failed',
      'invoice.paid',
      'customer.subscription.updated',
      'customer.subscription.deleted',
    ]);
    const inOrder = withoutGrace(delivered(events));
    let runs = 0;
    const wrong: string[] = [];
    for (const order of ordersOf(events)) {
      const ends = [delivered(order), delivered(order.flatMap((event) => [event, event])), late(order)];
      runs += ends.length;
      for (const end of ends) if (withoutGrace(end) !== inOrder) wrong.push(order.map(({ id }) => id).join());
      // Whatever was said about days of grace in between, none are left open.
      if ([...(ends[2]?.graces.values() ?? [])].some(({ outcome }) => outcome === null)) wrong.push('grace');
    }
    expect(runs).toBe(2_160);
    expect(wrong).toEqual([]);
  });

  it('gives the larger plan as long as the last event has not come, in each of 120 orders', () => {
    const events = sixEvents(5 * DAY).slice(0, 5);
    const plans = new Set<string>();
    for (const order of ordersOf(events))
      plans.add(entitlement(delivered(order), at(LIFE_STARTS + 26 * DAY)).plan);
    expect([...plans]).toEqual(['pro']);
  });

  it('ends in the last plan when its changes all fall into one second, for each says how it was before', () => {
    const life = new StripeLife('sub_quick', LIFE_STARTS);
    life.start('trialing');
    life.endTrial();
    life.pastDue();
    life.change('pro');
    life.change('agency', 'year');
    life.schedule();
    for (const order of ordersOf(life.events)) {
      const subscription = delivered(order).subscriptions.get('sub_quick');
      expect(lastOf(subscription?.newest ?? [])).toMatchObject({
        plan: 'agency',
        interval: 'year',
        status: 'past_due',
        cancelAtPeriodEnd: true,
      });
    }
  });
});

describe('longer lives', () => {
  it('end in one state in every order, with repeats and delays', () => {
    fc.assert(
      fc.property(
        anyLife,
        fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 40 }),
        ({ events }, luck) => {
          const inOrder = delivered(events);
          const drawn = (index: number) => luck[index % luck.length] ?? 0;
          const shuffled = events
            .map((event, index) => ({ event, turn: (drawn(index) * (index + 7)) % 9_973 }))
            .sort((one, other) => one.turn - other.turn)
            .map(({ event }) => event);
          const repeated = shuffled.flatMap((event, index) =>
            drawn(index) % 3 === 0 ? [event, event] : [event],
          );
          const delayed = [...repeated.slice(drawn(0) % events.length), ...repeated, ...events.slice(0, 3)];
          expect(asText(delivered(delayed))).toBe(asText(inOrder));
          // Facts that are told twice, past the decider, change nothing either.
          const twice = delayed.flatMap(factsOf).reduce(evolve, noSubscription);
          expect(asText(twice)).toBe(asText(inOrder));
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('end as Stripe has them, where no change was undone within its second', () => {
    let judged = 0;
    fc.assert(
      fc.property(anyLife, ({ events, ids }) => {
        const state = delivered(events.toReversed());
        for (const id of ids) {
          const ofThis = events
            .flatMap(factsOf)
            .flatMap(({ data }) => ('termsBefore' in data && data.terms.subscriptionId === id ? [data] : []));
          const last = ofThis.at(-1);
          if (!last) continue;
          const sameSecond = ofThis.filter((fact) => fact.at === last.at);
          const passed = [sameSecond[0]?.termsBefore, ...sameSecond.map(({ terms }) => terms)].map((terms) =>
            JSON.stringify(terms),
          );
          const changes = passed.filter((terms, index) => terms !== passed[index - 1]);
          if (new Set(changes).size < changes.length) continue;
          judged += 1;
          expect(lastOf(state.subscriptions.get(id)?.newest ?? [])).toEqual(last.terms);
        }
      }),
      { numRuns: 1_000 },
    );
    expect(judged).toBeGreaterThan(1_000);
  });
});
