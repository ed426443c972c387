import Stripe from 'stripe';
import { Problem } from '../../../platform/http/problem.js';
import type { StripeAccess } from './open-stripe.js';

/** @throws Problem 503 where payments are not set up */
export function requireStripe(stripe: StripeAccess | undefined): StripeAccess {
  if (stripe) return stripe;
  throw new Problem('unavailable', 'Payments are not set up here: STRIPE_SECRET_KEY is missing.');
}

const NOTHING_CHARGED = 'The payment service does not answer. Nothing was charged; try again in a minute.';
/** Of what is charged at once: it may have been done, and the answer got lost. */
export const MAY_BE_DONE =
  'The payment service does not answer, and may have done it all the same. Look at your plan in a minute before you try again; nothing is charged twice.';

/**
 * Asks Stripe, and says what went wrong so that a customer can do something about it.
 * @param away what is said where it does not answer
 * @throws Problem 503 where it did not answer, which charged nobody twice: each write names itself; 409 where it refused
 */
export async function askStripe<Answer>(ask: () => Promise<Answer>, away = NOTHING_CHARGED): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    throw problemOf(error, away);
  }
}

function problemOf(error: unknown, away: string): unknown {
  const { errors } = Stripe;
  const isAway =
    error instanceof errors.StripeConnectionError ||
    error instanceof errors.StripeAPIError ||
    error instanceof errors.StripeRateLimitError;
  if (isAway) return new Problem('unavailable', away, [], { 'retry-after': '60' });
  if (error instanceof errors.StripeIdempotencyError)
    return new Problem(
      'conflict',
      'The same was asked for differently at the same moment. Look again, then try once more.',
    );
  if (error instanceof errors.StripeCardError)
    return new Problem(
      'not-possible-now',
      'The bank refused the payment. Choose another way to pay in the customer portal.',
    );
  if (error instanceof errors.StripeInvalidRequestError)
    return new Problem('not-possible-now', 'The payment service refused this. Nothing was charged.');
  return error;
}
