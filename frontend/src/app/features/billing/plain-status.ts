import type { Subscription } from '../../api/billing.js';

type Sentence =
  | 'no-subscription'
  | 'installation'
  | 'trialing'
  | 'trial-ends'
  | 'paid'
  | 'paid-ends'
  | 'in-grace'
  | 'grace-over'
  | 'awaiting-first-payment'
  | 'first-payment-missed'
  | 'paused'
  | 'ended'
  | 'ended-once'
  | 'unknown';

/** Which sentence says how a subscription stands, the moment in it, and how loud it is said. */
export interface PlainStatus {
  readonly sentence: Sentence;
  readonly until: string | null;
  readonly tag: 'trial' | 'paid' | 'grace' | 'ends' | 'waiting' | 'over' | null;
}

type Told = Pick<Subscription, 'plan' | 'reason' | 'until' | 'graceUntil' | 'cancelAt'>;

export function plainStatus({ plan, reason, until, graceUntil, cancelAt }: Told): PlainStatus {
  const ends = cancelAt !== null;
  switch (reason) {
    case 'no-subscription':
      return { sentence: plan === 'free' ? 'no-subscription' : 'installation', until: null, tag: null };
    case 'trialing':
      return { sentence: ends ? 'trial-ends' : 'trialing', until, tag: ends ? 'ends' : 'trial' };
    case 'paid':
      return { sentence: ends ? 'paid-ends' : 'paid', until, tag: ends ? 'ends' : 'paid' };
    case 'in-grace':
      return { sentence: 'in-grace', until: graceUntil ?? until, tag: 'grace' };
    case 'grace-over':
      return { sentence: 'grace-over', until: null, tag: 'grace' };
    case 'awaiting-first-payment':
      return { sentence: 'awaiting-first-payment', until: null, tag: 'waiting' };
    case 'first-payment-missed':
    case 'paused':
      return { sentence: reason, until: null, tag: 'over' };
    case 'ended':
      return ends
        ? { sentence: 'ended', until: cancelAt, tag: 'over' }
        : { sentence: 'ended-once', until: null, tag: 'over' };
    default:
      return { sentence: 'unknown', until: null, tag: 'waiting' };
  }
}
