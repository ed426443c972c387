import type { Extras, Kept } from '../objects/kinds.js';

export const TRIAL_WARNING_SECONDS = 3 * 86_400;

/** When the clock next has something to do with the object, in seconds; null where never. */
export function dueOf(object: Kept, extra: unknown): number | null {
  if (object.object === 'checkout.session') return object.status === 'open' ? object.expires_at : null;
  if (object.object === 'invoice') return object.status === 'open' ? object.next_payment_attempt : null;
  if (object.object !== 'subscription' || object.ended_at !== null) return null;
  const end = object.items.data[0]?.current_period_end ?? null;
  const isTold = (extra as Extras['subscription'] | undefined)?.isTrialEndTold ?? true;
  if (object.status !== 'trialing' || object.trial_end === null || isTold) return end;
  return object.trial_end - TRIAL_WARNING_SECONDS;
}
