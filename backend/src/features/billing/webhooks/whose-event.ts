import Stripe from 'stripe';
import type { KeptStripeEvent } from '../stripe-events/kept-fields.js';

export interface WhoseParts {
  /** The workspace that Stripe knows as this customer, as far as the read model knows. */
  readonly workspaceOf: (customerId: string) => Promise<string | undefined>;
  readonly isWorkspace: (workspaceId: string) => Promise<boolean>;
  readonly api: Stripe;
}

/**
 * The workspace that an event is about: who Stripe's customer is to us, else what we gave Stripe along with the thing, else with the
 * customer. Undefined for a customer of somebody else who uses the same account, or of one that was removed.
 */
export async function whoseEvent(event: KeptStripeEvent, parts: WhoseParts): Promise<string | undefined> {
  const { customerId, workspaceTold } = event;
  const linked = customerId === null ? undefined : await parts.workspaceOf(customerId);
  if (linked !== undefined) return linked;
  const told =
    workspaceTold ?? (customerId === null ? undefined : await toldOfCustomer(customerId, parts.api));
  return told !== undefined && (await parts.isWorkspace(told)) ? told : undefined;
}

/** A customer of whom Stripe knows nothing (any more) is nobody's: asking again would never end. */
async function toldOfCustomer(customerId: string, api: Stripe): Promise<string | undefined> {
  try {
    const customer = await api.customers.retrieve(customerId);
    return customer.deleted ? undefined : customer.metadata['workspace'];
  } catch (error) {
    const isMissing =
      error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing';
    if (isMissing) return undefined;
    throw error;
  }
}
