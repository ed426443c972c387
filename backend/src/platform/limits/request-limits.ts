import { quotasOf, type Plan } from '../../../contracts/values/plans.js';
import type { Limit } from './limits.js';

export interface RouteLimit extends Limit {
  /** While Redis is away nothing can be counted: what sends mails or invites guessing waits then, everything else goes on. */
  readonly isClosedUncounted: boolean;
}

export interface RequestLimits {
  /** Of a person, whatever device they use, or of one API key. */
  readonly ofPlan: Readonly<Record<Plan, Limit>>;
  /** Of a network address that asks what is public, or that does not say who it is. */
  readonly ofAddress: Limit;
  /** Of some routes, in place of the above, by method and path. */
  readonly ofRoute: Readonly<Record<string, RouteLimit>>;
}

const MINUTE_S = 60;
const TEN_MINUTES_S = 600;
const NAME = 'requests';

/** The one table of how often the API may be asked. Signing in and its codes have limits of their own beside it, by account too. */
const REQUEST_LIMITS_TABLE: RequestLimits = {
  ofPlan: {
    free: ofQuota('free'),
    starter: ofQuota('starter'),
    pro: ofQuota('pro'),
    agency: ofQuota('agency'),
  },
  ofAddress: { name: NAME, most: 120, perS: MINUTE_S },
  ofRoute: {
    'POST /api/v1/auth/register': strict('register', 120),
    'POST /api/v1/auth/request-reset': strict('request-reset', 10),
    'POST /api/v1/auth/reset-password': strict('reset-password', 20),
    'POST /api/v1/auth/verify-email': strict('verify-email', 120),
    'POST /api/v1/auth/accept-invitation': strict('accept-invitation', 60),
    'POST /api/v1/me/email-proof': strict('email-proof', 5),
    'POST /api/v1/me/password': strict('change-password', 10),
    'POST /api/v1/auth/oauth/finish': strict('second-factor-ticket', 30),
    // Several people may share an address, and each page that is opened refreshes once.
    // Stripe has few addresses and much to tell; whoever cannot sign is turned away before anything is stored.
    'POST /api/v1/webhooks/stripe': {
      name: 'webhooks',
      most: 6_000,
      perS: MINUTE_S,
      isClosedUncounted: false,
    },
    'POST /api/v1/auth/refresh': { name: 'refresh', most: 60, perS: MINUTE_S, isClosedUncounted: false },
  },
};

function ofQuota(plan: Plan): Limit {
  return { name: NAME, most: quotasOf(plan).apiCallsAMinute, perS: MINUTE_S };
}

function strict(name: string, most: number): RouteLimit {
  return { name, most, perS: TEN_MINUTES_S, isClosedUncounted: true };
}

/** The table with all its numbers multiplied: an installation may be asked more than ours, or less. */
export function requestLimits(factor = 1): RequestLimits {
  const more = <L extends Limit>(limit: L): L => ({
    ...limit,
    most: Math.max(1, Math.round(limit.most * factor)),
  });
  const { ofPlan, ofAddress, ofRoute } = REQUEST_LIMITS_TABLE;
  return {
    ofPlan: {
      free: more(ofPlan.free),
      starter: more(ofPlan.starter),
      pro: more(ofPlan.pro),
      agency: more(ofPlan.agency),
    },
    ofAddress: more(ofAddress),
    ofRoute: Object.fromEntries(Object.entries(ofRoute).map(([route, limit]) => [route, more(limit)])),
  };
}
