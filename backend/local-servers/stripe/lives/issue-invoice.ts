import type Stripe from 'stripe';
import type { Double } from '../double.js';
import { balanceAfter, drawInvoice, type Drawing } from '../objects/invoice.js';
import { idOf } from '../objects/kinds.js';
import { amend, emit } from '../webhooks/emit.js';
import { discountsAfterInvoice, reductionsOf } from './discounts.js';

export type Issue = Omit<Drawing, 'reductions' | 'subscription' | 'isPreview'>;

/** Draws and finalises an invoice of the subscription and makes it its latest; it is open and still to be paid. */
export function issueInvoice(
  double: Double,
  subscription: Stripe.Subscription,
  issue: Issue,
): { invoice: Stripe.Invoice; subscription: Stripe.Subscription } {
  const drawn = drawInvoice(double, {
    ...issue,
    subscription,
    reductions: reductionsOf(double, subscription),
  });
  double.store.put(drawn);
  emit(double, 'invoice.created', drawn);
  const customer = double.store.the('customer', idOf(drawn.customer));
  const { now } = double.clock;
  const sequence = customer.next_invoice_sequence ?? 1;
  const ending = balanceAfter(customer.balance, drawn.total);
  amend(double, customer, { next_invoice_sequence: sequence + 1, balance: ending });
  const invoice = amend(double, drawn, {
    status: 'open',
    number: `${customer.invoice_prefix}-${String(sequence).padStart(4, '0')}`,
    effective_at: now,
    ending_balance: ending,
    hosted_invoice_url: `${double.url}/pages/invoices/${drawn.id}`,
    status_transitions: { ...drawn.status_transitions, finalized_at: now },
  });
  emit(double, 'invoice.finalized', invoice);
  const isUsed = invoice.subtotal > 0;
  const discounts = isUsed ? discountsAfterInvoice(double, subscription) : subscription.discounts;
  return {
    invoice,
    subscription: amend(double, subscription, { latest_invoice: invoice.id, discounts }),
  };
}
