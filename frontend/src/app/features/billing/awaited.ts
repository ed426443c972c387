import type { PayEvery, Plan, Subscription } from '../../api/billing.js';

/** Something that was ordered, and how it shows in the subscription. */
export interface Awaited {
  readonly what: 'checkout' | 'plan' | 'cancel' | 'resume';
  readonly isSeenIn: (now: Subscription) => boolean;
}

const GIVES: readonly string[] = ['trialing', 'paid', 'in-grace'];

/** A plan may also be given by the installation: what was bought shows in the reason. */
const isGiven = ({ reason }: Subscription): boolean => GIVES.includes(reason);

export const waitFor = {
  checkout: { what: 'checkout', isSeenIn: isGiven },
  cancel: { what: 'cancel', isSeenIn: ({ cancelAt }) => cancelAt !== null },
  resume: { what: 'resume', isSeenIn: ({ cancelAt }) => cancelAt === null },
  plan: (plan: Plan, interval: PayEvery): Awaited => ({
    what: 'plan',
    isSeenIn: (now) => isGiven(now) && now.plan === plan && now.interval === interval,
  }),
} satisfies Record<string, Awaited | ((plan: Plan, interval: PayEvery) => Awaited)>;
