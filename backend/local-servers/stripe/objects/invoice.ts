import type Stripe from 'stripe';
import type { Double } from '../double.js';
import { type Reduction, reduced, type Reduced } from '../money/discounting.js';
import { newId } from './ids.js';
import { decimalText, idOf, type LineDraft } from './kinds.js';

export interface Drawing {
  readonly subscription: Stripe.Subscription;
  readonly drafts: readonly LineDraft[];
  readonly reason: Stripe.Invoice.BillingReason;
  readonly period: { readonly start: number; readonly end: number };
  readonly reductions: readonly Reduction[];
  readonly isPreview?: boolean;
}

/** Composes an invoice, with the customer's balance set against it. Nothing is kept. */
export function drawInvoice(double: Double, drawing: Drawing): Stripe.Invoice {
  const { subscription, period, isPreview = false } = drawing;
  const customer = double.store.the('customer', idOf(subscription.customer));
  const id = newId(isPreview ? 'upcoming_in' : 'in');
  const lines = reduced(drawing.drafts, drawing.reductions, subscription.currency);
  const subtotal = sum(lines.map(({ draft }) => draft.amount));
  const total = subtotal - sum(lines.flatMap(({ reductions }) => reductions.map(({ amount }) => amount)));
  // A negative balance is what we owe the customer; a negative total is added to it.
  const due = Math.max(0, total + customer.balance);
  const { now } = double.clock;
  return {
    id,
    object: 'invoice',
    account_country: 'FR',
    account_name: 'Local double of Stripe',
    account_tax_ids: null,
    amount_due: due,
    amount_overpaid: 0,
    amount_paid: 0,
    amount_remaining: due,
    amount_shipping: 0,
    application: null,
    attempt_count: 0,
    attempted: false,
    auto_advance: !isPreview,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null, provider: null, status: null },
    automatically_finalizes_at: null,
    billing_reason: drawing.reason,
    collection_method: 'charge_automatically',
    created: now,
    currency: subscription.currency,
    custom_fields: null,
    customer: customer.id,
    customer_account: null,
    customer_address: customer.address ?? null,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_phone: customer.phone ?? null,
    customer_shipping: null,
    customer_tax_exempt: customer.tax_exempt ?? null,
    customer_tax_ids: double.store
      .newestFirst('tax_id', customer.id)
      .map(({ type, value }) => ({ type, value })),
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: null,
    discounts: drawing.reductions.map(({ discount }) => discount),
    due_date: null,
    effective_at: null,
    ending_balance: isPreview ? balanceAfter(customer.balance, total) : null,
    footer: null,
    from_invoice: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    issuer: { type: 'self' },
    last_finalization_error: null,
    latest_revision: null,
    lines: {
      object: 'list',
      data: lines.map((line) => lineOf(id, line, subscription)),
      has_more: false,
      url: `/v1/invoices/${id}/lines`,
    },
    livemode: false,
    metadata: {},
    next_payment_attempt: null,
    number: null,
    on_behalf_of: null,
    parent: {
      quote_details: null,
      subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
      type: 'subscription_details',
    },
    payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
    period_end: period.end,
    period_start: period.start,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: customer.balance,
    statement_descriptor: null,
    status: 'draft',
    status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
    subtotal,
    subtotal_excluding_tax: subtotal,
    test_clock: null,
    total,
    total_discount_amounts: drawing.reductions.map(({ discount }) => ({
      discount,
      amount: sum(
        lines.flatMap(({ reductions }) =>
          reductions.filter((one) => one.discount === discount).map(({ amount }) => amount),
        ),
      ),
    })),
    total_excluding_tax: total,
    total_pretax_credit_amounts: [],
    total_taxes: [],
    webhooks_delivered_at: null,
  };
}

export const balanceAfter = (balance: number, total: number): number => Math.min(0, balance + total);

const sum = (amounts: readonly number[]): number => amounts.reduce((so, amount) => so + amount, 0);

function lineOf(
  invoice: string,
  { draft, reductions }: Reduced,
  subscription: Stripe.Subscription,
): Stripe.InvoiceLineItem {
  return {
    id: newId('il'),
    object: 'line_item',
    amount: draft.amount,
    currency: subscription.currency,
    description: draft.description,
    discount_amounts: reductions.map(({ amount, discount }) => ({ amount, discount })),
    discountable: !draft.isProration,
    discounts: [],
    invoice,
    livemode: false,
    metadata: subscription.metadata,
    parent: {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: draft.isProration,
        proration_details: { credited_items: null },
        subscription: subscription.id,
        subscription_item: draft.item,
      },
      type: 'subscription_item_details',
    },
    period: draft.period,
    pretax_credit_amounts: [],
    pricing: {
      price_details: { price: draft.price.id, product: idOf(draft.price.product) },
      type: 'price_details',
      unit_amount_decimal: decimalText(draft.price.unit_amount ?? 0),
    },
    quantity: draft.quantity,
    quantity_decimal: decimalText(draft.quantity),
    subscription: subscription.id,
    subtotal: draft.amount,
    taxes: [],
  };
}
