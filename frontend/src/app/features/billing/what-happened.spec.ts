import { describe, expect, it } from '@jest/globals';
import { whatHappened, type Writing } from './what-happened.js';
import { happenedEn } from './words/happened-en.js';

const write: Writing = {
  plan: (plan) => plan,
  each: (every) => `every ${every}`,
  status: (word) => word,
  money: (amountMinor, currency) => `${amountMinor / 100} ${currency}`,
  day: (iso) => iso.slice(0, 10),
};
const said = (fact: string, data: Record<string, unknown>) =>
  whatHappened({ type: `subscription.${fact}.v1`, data }, happenedEn.says, write);

const terms = {
  plan: 'pro',
  interval: 'month',
  periodEnd: '2026-12-23T09:30:00.000Z',
  trialEnd: '2026-12-07T09:30:00.000Z',
};
const invoice = { number: 'DK-1', dueMinor: 3_900, paidMinor: 3_900, currency: 'EUR', nextAttemptAt: null };

describe('what happened to a subscription', () => {
  it('says why something was charged', () => {
    expect(said('InvoicePaid', { invoice })).toBe('39 EUR was paid (invoice DK-1).');
    expect(said('Renewed', { terms })).toBe('The plan pro was renewed until 2026-12-23.');
  });

  it('says why something is refused', () => {
    const nextAttemptAt = '2026-12-26T09:30:00.000Z';
    expect(said('PaymentFailed', { invoice: { ...invoice, nextAttemptAt } })).toContain(
      'tried again on 2026-12-26',
    );
    expect(said('GraceEnded', { outcome: 'lapsed' })).toContain('went to the free plan');
  });

  it('tells a checkout that was gone through from one that was left', () => {
    expect(said('CheckoutEnded', { outcome: 'completed' })).not.toBe(
      said('CheckoutEnded', { outcome: 'expired' }),
    );
  });

  it('names a fact that is new to this page, and stands a missing value', () => {
    expect(said('SomethingLater', {})).toBe('subscription.SomethingLater.v1');
    expect(said('TrialStarted', {})).toBe('The trial of – began, free until –.');
  });
});
