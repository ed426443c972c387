import { describe, expect, it } from '@jest/globals';
import { delivered, factsOf } from '../testing/delivered.js';
import { pastDueLife } from '../testing/past-due-life.js';
import { DAY, LIFE_STARTS, StripeLife, WORKSPACE } from '../testing/stripe-life.js';
import { entitlement } from './entitlement.js';
import { evolve } from './evolve.js';
import { lastOf } from './newest-words.js';
import { decideReconciled } from './subscription.decider.js';

const day = (days: number): string => new Date((LIFE_STARTS + days * DAY) * 1_000).toISOString();

describe('reconciling', () => {
  const life = pastDueLife();
  const lost = life.events.slice(0, 1);
  const whole = delivered(life.events);
  const terms = lastOf(whole.subscriptions.get('sub_1')?.newest ?? []);
  const invoices = [...whole.invoices.values()].map(({ said }) => said.invoice);
  if (!terms) throw new Error('no terms');
  const asked = { workspaceId: WORKSPACE, at: day(32), terms, invoices };

  it('says nothing where we know it as Stripe does', () => {
    expect(decideReconciled(whole, asked)).toEqual([]);
    const [invoice] = invoices;
    if (!invoice) throw new Error('no invoice');
    const untold = [
      { ...invoice, nextAttemptAt: null },
      { ...invoice, invoiceId: 'in_new', attemptCount: 0 },
      { ...invoice, invoiceId: 'in_draft', status: 'draft' },
    ];
    expect(decideReconciled(whole, { ...asked, invoices: untold })).toEqual([]);
  });

  it('says what was lost, heals it, and says it once', () => {
    const before = delivered(lost);
    const [healing, ...more] = decideReconciled(before, asked);
    expect(more).toEqual([]);
    expect(healing?.data).toMatchObject({
      healed: ['status', 'periodStart', 'periodEnd', 'invoice in_1_1'],
      terms: { status: 'past_due' },
    });
    if (!healing) throw new Error('nothing was healed');
    const healed = evolve(before, healing);
    expect(decideReconciled(healed, asked)).toEqual([]);
    // No word of the failed payment came, so the days of grace go from the period that it was for.
    expect(entitlement(healed, day(33))).toMatchObject({ inGrace: true, graceUntil: day(37) });
  });

  it('wins over all that Stripe said before, also where that comes afterwards, and over nothing that it says later', () => {
    const other = { ...asked, terms: { ...terms, plan: 'agency' as const, status: 'active' } };
    const [healing] = decideReconciled(delivered(lost), other);
    if (!healing) throw new Error('nothing was healed');
    const state = delivered(life.events.slice(1), evolve(delivered(lost), healing));
    expect(entitlement(state, day(33))).toMatchObject({ plan: 'agency', status: 'active' });
    const later = pastDueLife();
    later.now = LIFE_STARTS + 33 * DAY;
    later.change('pro');
    expect(entitlement(delivered(later.events.slice(-1), state), day(34)).plan).toBe('pro');
  });

  it('takes over what Stripe says now, also where it was asked within the same second before', () => {
    let state = delivered(lost);
    for (const plan of ['agency', 'starter', 'pro', 'agency'] as const) {
      for (const event of decideReconciled(state, { ...asked, terms: { ...terms, plan, status: 'active' } }))
        state = evolve(state, event);
      expect(entitlement(state, day(33)).plan).toBe(plan);
    }
    const later = pastDueLife();
    later.now = LIFE_STARTS + 32 * DAY + 1;
    later.change('pro');
    expect(entitlement(delivered(later.events.slice(-1), state), day(34)).plan).toBe('pro');
  });

  it('puts right what the tie of one second had wrong: a change that was undone at once', () => {
    const quick = new StripeLife('sub_1', LIFE_STARTS);
    quick.start('active');
    quick.now += DAY;
    quick.schedule();
    quick.withdraw();
    const [truth] = quick.events
      .slice(-1)
      .flatMap(factsOf)
      .flatMap(({ data }) => ('termsBefore' in data ? [data.terms] : []));
    if (!truth) throw new Error('no terms');
    const state = delivered(quick.events);
    const healing = decideReconciled(state, {
      workspaceId: WORKSPACE,
      at: day(2),
      terms: truth,
      invoices: [],
    });
    const healed = healing.reduce((now, event) => evolve(now, event), state);
    expect(entitlement(healed, day(2)).cancelAt).toBeNull();
  });
});
