import Stripe from 'stripe';
import { Problem } from '../../../platform/http/problem.js';
import type { StripeAccess } from './open-stripe.js';

/** @throws Problem 503 where payments are not set up */
export function requireStripe(stripe: StripeAccess | undefined): StripeAccess {
  if (stripe) return stripe;
  throw new Problem('unavailable', 'Payments are not set up here: STRIPE_SECRET_KEY is missing.');
}

/**
 * Asks Stripe, and says what went wrong so that a customer can do something about it.
 * @throws Problem 503 where it did not answer, which charged nobody twice: each write names itself; 409 where it refused
 */
export async function askStripe<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    throw problemOf(error);
  }
}

function problemOf(error: unknown): unknown {
  const { errors } = Stripe;
  const isAway =
    error instanceof errors.StripeConnectionError ||
    error instanceof errors.StripeAPIError ||
    error instanceof errors.StripeRateLimitError;
  if (isAway)
    return new Problem(
      'unavailable',
      'The payment service does not answer. Nothing was charged; try again in a minute.',
      [],
      { 'retry-after': '60' },
    );
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
