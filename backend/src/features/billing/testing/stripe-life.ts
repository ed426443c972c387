import { lookupKeyOf, priceMinor, type Interval, type PaidPlan } from '../../../../contracts/values/plans.js';

/** An event as Stripe posts it, with all that it says about a person and a card. */
export interface RawEvent {
  readonly id: string;
  readonly type: string;
  readonly created: number;
  readonly [field: string]: unknown;
}

/** Texts about a person that must never reach the log. */
export const CANARIES = [
  'canary@example.com',
  'Canary Bird',
  '12 Canary Street',
  '4242',
  '+49 30 5550199',
  'https://',
];

const PERSON = {
  customer_email: 'canary@example.com',
  customer_name: 'Canary Bird',
  customer_phone: '+49 30 5550199',
  customer_address: { line1: '12 Canary Street', city: 'Canary Bird', postal_code: '4242' },
  customer_details: {
    email: 'canary@example.com',
    name: 'Canary Bird',
    address: { line1: '12 Canary Street' },
  },
  billing_details: { email: 'canary@example.com', name: 'Canary Bird' },
  payment_method_details: { card: { brand: 'visa', last4: '4242' } },
  default_payment_method: { id: 'pm_1', card: { last4: '4242', brand: 'visa' } },
  hosted_invoice_url: 'https://invoice.example/canary',
  receipt_email: 'canary@example.com',
  description: 'for Canary Bird',
};

export const WORKSPACE = '7d2a4a53-0f0d-4e0b-8a43-6f6f2b1f9c22';
export const CUSTOMER = 'cus_1';
/** 2026-03-01T00:00:00Z */
export const LIFE_STARTS = 1_772_323_200;
export const DAY = 86_400;
const MONTH = 30 * DAY;

type Status = 'trialing' | 'active' | 'past_due' | 'canceled' | 'incomplete' | 'unpaid';
interface Told {
  readonly status: Status;
  readonly cancel_at_period_end: boolean;
  readonly cancel_at: number | null;
  readonly ended_at: number | null;
  readonly trial_end: number | null;
  readonly items: { readonly data: readonly unknown[] };
}

export const priceAtStripe = (plan: PaidPlan, interval: Interval = 'month') => ({
  id: `price_${plan}_${interval}`,
  object: 'price',
  lookup_key: lookupKeyOf({ plan, interval, currency: 'EUR' }),
  unit_amount: priceMinor(plan, interval, 'EUR'),
  currency: 'eur',
  recurring: { interval, interval_count: 1, usage_type: 'licensed' },
  metadata: {},
  nickname: 'for Canary Bird',
});

/** One subscription at Stripe: each method is something that happens there, and writes the events that Stripe would post. */
export class StripeLife {
  readonly events: RawEvent[] = [];
  private told: Told | undefined;
  private period = { start: 0, end: 0 };
  private price: Readonly<Record<string, unknown>> = priceAtStripe('starter');
  private invoices = 0;
  private refunds = 0;
  private open: { id: string; attempts: number } | undefined;

  /** @param now seconds since 1970; may stay for several happenings, as it does at Stripe */
  constructor(
    readonly id: string,
    public now: number,
    private readonly name = '',
  ) {}

  get isOver(): boolean {
    return this.told?.status === 'canceled';
  }

  private post(type: string, object: unknown, previous?: unknown): void {
    // Ids say nothing about the order, so they must not follow it here.
    const id = `evt_${scrambled(`${this.id}${this.name}${this.events.length}`)}`;
    const data = { object, ...(previous === undefined ? {} : { previous_attributes: previous }) };
    this.events.push({ id, object: 'event', api_version: '2026-10-28.endive', created: this.now, livemode: false, type, data }); // prettier-ignore
  }

  private item = () => ({
    id: 'si_1',
    quantity: 1,
    current_period_start: this.period.start,
    current_period_end: this.period.end,
    price: this.price,
  });

  private whole = (told: Told) => ({
    ...PERSON,
    id: this.id,
    object: 'subscription',
    customer: { id: CUSTOMER, object: 'customer', email: 'canary@example.com' },
    currency: 'eur',
    created: LIFE_STARTS,
    start_date: LIFE_STARTS,
    discounts: [],
    metadata: { workspace: WORKSPACE, note: 'Canary Bird' },
    ...told,
  });

  start(status: 'trialing' | 'active' | 'incomplete', plan: PaidPlan = 'starter'): void {
    const isTrial = status === 'trialing';
    this.price = priceAtStripe(plan);
    this.period = { start: this.now, end: this.now + (isTrial ? 14 * DAY : MONTH) };
    const trial_end = isTrial ? this.period.end : null;
    const items = { data: [this.item()] };
    this.told = { status, cancel_at_period_end: false, cancel_at: null, ended_at: null, trial_end, items };
    this.post('customer.subscription.created', this.whole(this.told));
  }

  private update(patch: Partial<Omit<Told, 'items'>>): void {
    if (!this.told) return;
    const now: Told = { ...this.told, ...patch, items: { data: [this.item()] } };
    const before: Readonly<Record<string, unknown>> = { ...this.told };
    const previous = Object.fromEntries(
      Object.entries(now)
        .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field]))
        .map(([field]) => [field, before[field]]),
    );
    this.told = now;
    this.post('customer.subscription.updated', this.whole(now), { ...previous, ...PERSON });
  }

  private invoice = (id: string, status: string, attempts: number) => ({
    ...PERSON,
    id,
    object: 'invoice',
    customer: CUSTOMER,
    number: `DGTL-${id.slice(3).toUpperCase().replaceAll('_', '-')}`,
    status,
    billing_reason: 'subscription_cycle',
    currency: 'eur',
    total: 1_785,
    amount_due: 1_785,
    amount_paid: status === 'paid' ? 1_785 : 0,
    attempt_count: attempts,
    next_payment_attempt: status === 'open' ? this.now + 3 * DAY : null,
    parent: { subscription_details: { subscription: this.id, metadata: { workspace: WORKSPACE } } },
  });

  begin = (): void => this.update({ status: 'active' });

  endTrial(): void {
    this.period = { start: this.period.end, end: this.period.end + MONTH };
    this.update({ status: 'active' });
  }

  renew(): void {
    this.period = { start: this.period.end, end: this.period.end + MONTH };
    this.update({});
  }

  fail(): void {
    this.open ??= { id: `in_${this.id.slice(4)}_${++this.invoices}`, attempts: 0 };
    this.open.attempts += 1;
    this.post('invoice.payment_failed', this.invoice(this.open.id, 'open', this.open.attempts));
  }

  /** What fails next is another invoice. */
  leaveOpen(): void {
    this.open = undefined;
  }

  pastDue = (): void => this.update({ status: 'past_due' });

  pay(): void {
    const { id, attempts } = this.open ?? { id: `in_${this.id.slice(4)}_${++this.invoices}`, attempts: 0 };
    this.open = undefined;
    this.post('invoice.paid', this.invoice(id, 'paid', attempts + 1));
  }

  change(plan: PaidPlan, interval: Interval = 'month'): void {
    this.price = priceAtStripe(plan, interval);
    this.update({});
  }

  /** Somebody at Stripe gives it a price of their own. */
  changeToStrangePrice(): void {
    this.price = { id: 'price_strange', unit_amount: 1, currency: 'eur', recurring: { interval: 'month' } };
    this.update({});
  }

  schedule = (): void => this.update({ cancel_at_period_end: true, cancel_at: this.period.end });
  withdraw = (): void => this.update({ cancel_at_period_end: false, cancel_at: null });

  refund(): void {
    const id = `re_${this.id.slice(4)}_${++this.refunds}`;
    const refund = {
      ...PERSON,
      id,
      object: 'refund',
      amount: 1_785,
      currency: 'eur',
      customer: CUSTOMER,
      charge: 'ch_1',
    };
    this.post('refund.created', { ...refund, status: 'pending', reason: 'requested_by_customer' });
    this.post('refund.updated', { ...refund, status: 'succeeded', reason: 'requested_by_customer' });
  }

  end(): void {
    if (!this.told) return;
    this.told = { ...this.told, status: 'canceled', ended_at: this.now };
    this.post('customer.subscription.deleted', this.whole(this.told));
  }
}

/** The same for the same text on every run, and in no order. */
function scrambled(text: string): string {
  let hash = 2_166_136_261;
  for (const char of text) hash = Math.imul(hash ^ char.charCodeAt(0), 16_777_619) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_519) >>> 0;
  return `${hash.toString(36)}${text.length}${text.replaceAll(/[^a-z0-9]/gi, '')}`;
}
