import type Stripe from 'stripe';
import type { SignedInPerson } from '../../../platform/testing/test-product.js';

/** All that Stripe has of a workspace. */
export interface AtStripe {
  readonly customers: readonly Stripe.Customer[];
  readonly sessions: readonly Stripe.Checkout.Session[];
  readonly subscriptions: readonly Stripe.Subscription[];
  readonly invoices: readonly Stripe.Invoice[];
}

export async function atStripe(api: Stripe, { workspaceId }: SignedInPerson): Promise<AtStripe> {
  const all = await Array.fromAsync(api.customers.list({ limit: 100 }));
  const customers = all.filter(({ metadata }) => metadata['workspace'] === workspaceId);
  const of = async <T>(list: (customer: string) => AsyncIterable<T>): Promise<T[]> =>
    (await Promise.all(customers.map(({ id }) => Array.fromAsync(list(id))))).flat();
  return {
    customers,
    sessions: await of((customer) => api.checkout.sessions.list({ customer })),
    subscriptions: await of((customer) => api.subscriptions.list({ customer, status: 'all' })),
    invoices: await of((customer) => api.invoices.list({ customer })),
  };
}

/** How many there are of each. */
export async function countsAtStripe(api: Stripe, person: SignedInPerson) {
  const { customers, sessions, subscriptions, invoices } = await atStripe(api, person);
  return {
    customers: customers.length,
    sessions: sessions.length,
    subscriptions: subscriptions.length,
    charges: invoices.filter(({ amount_paid }) => amount_paid > 0).length,
  };
}
