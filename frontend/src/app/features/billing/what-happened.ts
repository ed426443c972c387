import { isPlan, type BillingEvent, type PayEvery, type Plan } from '../../api/billing.js';
import type { BillingWords } from './words/en.js';

/** How names, sums and days are written. */
export interface Writing {
  readonly plan: (plan: Plan) => string;
  readonly each: (every: PayEvery) => string;
  /** The payment service's word for a subscription. */
  readonly status: (word: string) => string;
  readonly money: (amountMinor: number, currency: string) => string;
  readonly day: (iso: string) => string;
}

interface Terms {
  readonly plan?: unknown;
  readonly interval?: unknown;
  readonly status?: unknown;
  readonly periodEnd?: unknown;
  readonly trialEnd?: unknown;
  readonly cancelAt?: unknown;
}

interface Invoice {
  readonly number?: unknown;
  readonly dueMinor?: unknown;
  readonly paidMinor?: unknown;
  readonly currency?: unknown;
  readonly nextAttemptAt?: unknown;
}

const UNKNOWN = '–';
const text = (value: unknown): string => (typeof value === 'string' && value !== '' ? value : UNKNOWN);
const partOf = <T extends object>(value: unknown): Partial<T> =>
  typeof value === 'object' && value !== null ? value : {};

/** `subscription.PaymentFailed.v1` is payment-failed. */
const nameOf = (type: string): string =>
  (type.split('.')[1] ?? type).replaceAll(/(?<=.)[A-Z]/g, '-$&').toLowerCase();

/** One sentence on a fact of the log. Facts that are new to this page are told by their name. */
export function whatHappened(
  { type, data }: Pick<BillingEvent, 'type' | 'data'>,
  says: BillingWords['happened']['says'],
  write: Writing,
): string {
  const name = nameOf(type);
  const terms = partOf<Terms>(data['terms']);
  const invoice = partOf<Invoice>(data['invoice']);
  const plan = (from: unknown) => (isPlan(from) ? write.plan(from) : UNKNOWN);
  const each = (from: unknown) => (from === 'year' || from === 'month' ? write.each(from) : UNKNOWN);
  const day = (iso: unknown) => (typeof iso === 'string' ? write.day(iso) : UNKNOWN);
  const money = (amount: unknown, currency: unknown) =>
    typeof amount === 'number' && typeof currency === 'string' ? write.money(amount, currency) : UNKNOWN;
  const due = () => money(invoice.dueMinor, invoice.currency);

  switch (name) {
    case 'checkout-started':
      return says[name](plan(data['plan']), each(data['interval']));
    case 'checkout-ended':
      return data['outcome'] === 'completed' ? says['checkout-completed']() : says['checkout-expired']();
    case 'trial-started':
      return says[name](plan(terms.plan), day(terms.trialEnd));
    case 'started':
    case 'renewed':
      return says[name](plan(terms.plan), day(terms.periodEnd));
    case 'plan-changed':
      return says[name](plan(terms.plan), each(terms.interval));
    case 'cancellation-scheduled':
      return says[name](day(terms.cancelAt ?? terms.periodEnd));
    case 'invoice-paid':
      return invoice.paidMinor === 0
        ? says['invoice-paid-nothing'](text(invoice.number))
        : says[name](money(invoice.paidMinor, invoice.currency), text(invoice.number));
    case 'invoice-written-off':
      return says[name](text(invoice.number));
    case 'payment-failed':
      return typeof invoice.nextAttemptAt === 'string'
        ? says['payment-failed-again'](due(), day(invoice.nextAttemptAt))
        : says[name](due());
    case 'payment-recovered':
      return says[name](money(invoice.paidMinor, invoice.currency));
    case 'payment-action-required':
      return says[name](due());
    case 'grace-started':
      return says[name](day(data['graceUntil']));
    case 'grace-ended':
      return data['outcome'] === 'paid' ? says['grace-ended-paid']() : says['grace-ended-lapsed']();
    case 'refunded': {
      const amount = money(data['amountMinor'], data['currency']);
      return data['status'] === 'failed' ? says['refund-failed'](amount) : says[name](amount);
    }
    case 'terms-seen':
      return says[name](typeof terms.status === 'string' ? write.status(terms.status) : UNKNOWN);
    case 'customer-linked':
    case 'cancellation-withdrawn':
    case 'ended':
    case 'reconciled':
    case 'unknown-price-seen':
      return says[name]();
    default:
      return says.other(type);
  }
}
