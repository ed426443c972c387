import { describe, expect, it } from '@jest/globals';
import { delivered } from '../testing/delivered.js';
import { DAY, LIFE_STARTS, StripeLife } from '../testing/stripe-life.js';
import { duplicates, entitlement, type Entitlement } from './entitlement.js';
import { noSubscription } from './subscription-state.js';

/** Days after the life began. */
const day = (days: number): string => new Date((LIFE_STARTS + days * DAY) * 1_000).toISOString();
const justBefore = (moment: string): string => new Date(Date.parse(moment) - 1).toISOString();

type Happening = readonly [onDay: number, what: (life: StripeLife) => void];

const active: Happening = [0, (life) => life.start('active')];
const trial: Happening = [0, (life) => life.start('trialing', 'pro')];
const renewed: Happening = [30, (life) => life.renew()];
const failed: Happening = [30, (life) => life.fail()];
const pastDue: Happening = [30, (life) => life.pastDue()];
const failedAgain: Happening = [33, (life) => life.fail()];
const paid: Happening = [34, (life) => life.pay()];
const scheduled: Happening = [10, (life) => life.schedule()];

function lived(...happenings: readonly Happening[]): StripeLife {
  const life = new StripeLife('sub_1', LIFE_STARTS);
  for (const [onDay, happen] of happenings) {
    life.now = LIFE_STARTS + onDay * DAY;
    happen(life);
  }
  return life;
}
const after = (...happenings: readonly Happening[]) => delivered(lived(...happenings).events);

describe('what a workspace may do', () => {
  it.each<[string, readonly Happening[], number, Partial<Entitlement>]>([
    ['is free without a subscription', [], 0, { plan: 'free', status: 'none', reason: 'no-subscription', until: null, changesAt: null }],
    ['is the plan that it tries', [trial], 3, { plan: 'pro', status: 'trialing', reason: 'trialing', until: day(14), changesAt: null }],
    ['is the plan that it tried until Stripe says otherwise', [trial], 15, { plan: 'pro', reason: 'trialing' }],
    ['is the plan that it pays', [active], 3, { plan: 'starter', status: 'active', reason: 'paid', until: day(30), changesAt: null }],
    ['is the plan that it pays though the word of its renewal is late', [active], 33, { plan: 'starter', reason: 'paid' }],
    ['is free before the first payment', [[0, (life) => life.start('incomplete')]], 0, { plan: 'free', status: 'incomplete', reason: 'awaiting-first-payment' }],
    ['is free when it is called unpaid and the days of grace are over', [active, renewed, failed, pastDue], 37, { plan: 'free', status: 'past_due', reason: 'grace-over', graceUntil: day(37), inGrace: false, changesAt: null }],
    ['stays in the days of grace', [active, renewed, failed, pastDue], 36.999, { plan: 'starter', reason: 'in-grace', inGrace: true, graceUntil: day(37), until: day(37), changesAt: day(37) }],
    ['has days of grace from the first failed payment, however many follow', [active, renewed, failed, pastDue, failedAgain], 34, { inGrace: true, graceUntil: day(37) }],
    ['is the plan again once it is paid, though the word that it is active is late', [active, renewed, failed, pastDue, paid], 50, { plan: 'starter', status: 'past_due', reason: 'paid', inGrace: false, graceUntil: null }],
    ['has days of grace from the first of two invoices that are open', [active, renewed, failed, pastDue, [31, (life) => life.leaveOpen()], failedAgain], 34, { inGrace: true, graceUntil: day(37) }],
    ['has days of grace from the period where no failed payment was told', [active, renewed, pastDue], 31, { inGrace: true, graceUntil: day(37) }],
    ['is the plan until the end of a cancelled period', [active, scheduled], 12, { plan: 'starter', reason: 'paid', cancelAt: day(30), until: day(30), changesAt: day(30) }],
    ['is free after the end of a cancelled period, though Stripe has not said so yet', [active, scheduled], 30, { plan: 'free', reason: 'ended', cancelAt: day(30), changesAt: null }],
    ['goes on after the cancellation was withdrawn', [active, scheduled, [11, (life) => life.withdraw()]], 12, { plan: 'starter', cancelAt: null, changesAt: null }],
    ['is free once it ended', [active, scheduled, [30, (life) => life.end()]], 30, { plan: 'free', status: 'canceled', reason: 'ended', cancelAt: day(30) }],
    ['is the plan at a moment before it ended, also for who asks later', [active, scheduled, [30, (life) => life.end()]], 29, { plan: 'starter', status: 'canceled', reason: 'paid', until: day(30), changesAt: day(30) }],
    ['is free at once where it was ended at once', [active, scheduled, [12, (life) => life.end()]], 13, { plan: 'free', reason: 'ended', cancelAt: day(12) }],
    ['is the plan that it was, with a price that we do not know', [[0, (life) => life.start('active', 'pro')], [1, (life) => life.changeToStrangePrice()]], 2, { plan: 'pro', reason: 'paid' }],
    ['is not changed by a refund', [active, [2, (life) => life.refund()]], 3, { plan: 'starter', reason: 'paid' }],
    ['is the new plan after a change', [active, [2, (life) => life.change('agency', 'year')]], 3, { plan: 'agency', reason: 'paid' }],
    ['ends with the cancelled period, though the days of grace go on', [active, renewed, failed, pastDue, [31, (life) => life.schedule()], [55, (life) => life.fail()]], 33, { inGrace: true, until: day(37), cancelAt: day(60), changesAt: day(37) }],
  ])('%s', (_what, happenings, onDay, expected) => {
    expect(entitlement(after(...happenings), day(onDay))).toMatchObject(expected);
  }); // prettier-ignore

  it('changes at the very moment that it names, and not before', () => {
    const state = after(active, renewed, failed, pastDue);
    const { changesAt } = entitlement(state, day(31));
    if (changesAt === null) throw new Error('names no moment');
    expect(entitlement(state, justBefore(changesAt)).plan).toBe('starter');
    expect(entitlement(state, changesAt).plan).toBe('free');
  });

  it('is free, and says so, for a status that we do not know and for a price that we never knew', () => {
    const life = lived([0, (one) => one.start('active')]);
    const [created] = life.events;
    const object = (created?.['data'] as { object: object }).object;
    const said = (changed: object) =>
      entitlement(delivered([{ ...life.events[0], id: 'evt_x', type: 'customer.subscription.created', created: LIFE_STARTS, data: { object: { ...object, ...changed } } }]), day(1)); // prettier-ignore
    expect(said({ status: 'hibernating' })).toMatchObject({ plan: 'free', reason: 'unknown-status' });
    expect(said({ status: 'paused' })).toMatchObject({ plan: 'free', reason: 'paused' });
    expect(said({ status: 'incomplete_expired' })).toMatchObject({
      plan: 'free',
      reason: 'first-payment-missed',
    });
    expect(said({ items: { data: [{ price: { id: 'price_x' } }] } })).toMatchObject({
      plan: 'free',
      reason: 'unknown-price',
    });
  });
});

describe('two subscriptions of one customer', () => {
  function two(firstPlan: 'starter' | 'pro', secondPlan: 'starter' | 'pro') {
    const first = new StripeLife('sub_1', LIFE_STARTS);
    const second = new StripeLife('sub_2', LIFE_STARTS + 5);
    first.start('active', firstPlan);
    second.start('active', secondPlan);
    return { first, second, state: () => delivered([...second.events, ...first.events]) };
  }

  it('give the larger plan, and the other one is named', () => {
    const { state } = two('starter', 'pro');
    expect(entitlement(state(), day(1))).toMatchObject({ plan: 'pro', subscriptionId: 'sub_2' });
    expect(duplicates(state(), day(1))).toEqual(['sub_1']);
  });

  it('of one plan: the first counts, in whatever order they are told', () => {
    const { state } = two('pro', 'pro');
    expect(entitlement(state(), day(1)).subscriptionId).toBe('sub_1');
    expect(duplicates(state(), day(1))).toEqual(['sub_2']);
  });

  it('are no duplicates once one is ended, and its end takes nothing away', () => {
    const { second, state } = two('pro', 'pro');
    second.now += 60;
    second.end();
    expect(entitlement(state(), day(1))).toMatchObject({ plan: 'pro', subscriptionId: 'sub_1' });
    expect(duplicates(state(), day(1))).toEqual([]);
  });

  it('change the answer when the larger ends, and not when the smaller does', () => {
    const { first, second, state } = two('starter', 'pro');
    first.schedule();
    expect(entitlement(state(), day(1)).changesAt).toBeNull();
    second.schedule();
    expect(entitlement(state(), day(1)).changesAt).toBe(
      new Date((LIFE_STARTS + 5 + 30 * DAY) * 1_000).toISOString(),
    );
  });
});

it('nothing is a duplicate where there is nothing', () => {
  expect(duplicates(noSubscription, day(0))).toEqual([]);
});
