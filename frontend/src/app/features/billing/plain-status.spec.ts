import { describe, expect, it } from '@jest/globals';
import { plainStatus } from './plain-status.js';

const told = {
  plan: 'pro',
  reason: 'paid',
  until: '2026-12-23T09:30:00.000Z',
  graceUntil: null,
  cancelAt: null,
} as const;

describe('how a subscription stands', () => {
  it('tells what is renewed from what ends', () => {
    expect(plainStatus(told)).toEqual({ sentence: 'paid', until: told.until, tag: 'paid' });
    expect(plainStatus({ ...told, cancelAt: told.until }).sentence).toBe('paid-ends');
    expect(plainStatus({ ...told, reason: 'trialing', cancelAt: told.until }).sentence).toBe('trial-ends');
  });

  it('names the day after which an unpaid plan is lost', () => {
    const graceUntil = '2026-11-30T09:30:00.000Z';
    expect(plainStatus({ ...told, reason: 'in-grace', graceUntil })).toEqual({
      sentence: 'in-grace',
      until: graceUntil,
      tag: 'grace',
    });
  });

  it('tells a plan that the installation gives from one that nobody has', () => {
    expect(plainStatus({ ...told, reason: 'no-subscription' }).sentence).toBe('installation');
    expect(plainStatus({ ...told, plan: 'free', reason: 'no-subscription' }).sentence).toBe(
      'no-subscription',
    );
  });

  it('says of a reason that is new that it is not understood', () => {
    expect(plainStatus({ ...told, reason: 'something-later' }).sentence).toBe('unknown');
  });
});
