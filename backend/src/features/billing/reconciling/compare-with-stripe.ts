import type Stripe from 'stripe';
import type { EventLog } from '../../../../event-log/event-log.js';
import { invoiceOf, subscriptionOfInvoice } from '../stripe-events/invoice-facts.js';
import { termsOf } from '../stripe-events/terms-of.js';
import { keptInvoice, keptSubscription } from '../stripe-events/kept-fields.js';
import { decideReconciled } from '../subscription/subscription.decider.js';
import { decideOnSubscription } from '../subscription/subscription.stream.js';

/** By Stripe's clock, and before the questions: what it tells while we ask still counts. Undefined where it never told anything. */
async function newestWordAt(api: Stripe): Promise<string | undefined> {
  const { data } = await api.events.list({ limit: 1 });
  const [newest] = data;
  return newest && new Date(newest.created * 1_000).toISOString();
}

/** Newest invoices of a customer that are compared: what is older was told long ago. */
const INVOICES = 100;

/**
 * Compares what we know of a customer with what Stripe says, and takes over what differs, leaving an event for each subscription.
 * @returns what was healed, such as `sub_… status`; nothing where both agree
 */
export async function compareWithStripe(
  workspaceId: string,
  customerId: string,
  { api, eventLog }: { readonly api: Stripe; readonly eventLog: EventLog },
): Promise<string[]> {
  const at = await newestWordAt(api);
  if (at === undefined) return [];
  const invoices = await api.invoices.list({ customer: customerId, limit: INVOICES });
  const healed: string[] = [];
  for await (const subscription of api.subscriptions.list({ customer: customerId, status: 'all' })) {
    const terms = termsOf(keptSubscription(subscription));
    if (!terms) continue;
    const ofThis = invoices.data
      .map(keptInvoice)
      .filter((invoice) => subscriptionOfInvoice(invoice) === subscription.id)
      .flatMap((invoice) => invoiceOf(invoice) ?? []);
    await decideOnSubscription(eventLog, workspaceId, (state) => {
      const events = decideReconciled(state, { workspaceId, at, terms, invoices: ofThis });
      for (const { type, data } of events)
        if (type === 'subscription.Reconciled.v1')
          healed.push(...data.healed.map((what) => `${subscription.id} ${what}`));
      return events;
    });
  }
  return healed;
}
