import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { DAY, refusalOf, type Stage, startStage } from './testing/stage.js';
import { idOf } from './objects/kinds.js';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());
beforeEach(async () => void (await stage.told()));

const endOf = (subscription: Stripe.Subscription) => subscription.items.data[0]?.current_period_end ?? 0;
const again = (subscription: Stripe.Subscription) => stage.stripe.subscriptions.retrieve(subscription.id);
const latestInvoice = async (subscription: Stripe.Subscription) =>
  stage.stripe.invoices.retrieve(idOf((await again(subscription)).latest_invoice));

describe('a subscription', () => {
  it('renews by the calendar: from 31 January to the last of February, then to 31 March', async () => {
    const subscription = await stage.subscribe();
    const dayOf = (seconds: number) => new Date(seconds * 1_000).toISOString().slice(0, 10);
    const days = [dayOf(endOf(subscription))];
    for (let month = 0; month < 2; month += 1) {
      stage.double.advance({ to: endOf(await again(subscription)) });
      days.push(dayOf(endOf(await again(subscription))));
    }
    expect(days).toEqual(['2026-02-28', '2026-03-31', '2026-04-30']);
    const { data } = await stage.stripe.invoices.list({ subscription: subscription.id, status: 'paid' });
    expect(data.map(({ billing_reason: reason }) => reason)).toEqual([
      'subscription_cycle',
      'subscription_cycle',
      'subscription_create',
    ]);
    // Each test takes its subscription away, for they share one clock.
    await stage.stripe.subscriptions.cancel(subscription.id);
  });

  it('does all renewals of a year in order when the clock leaps over them, each at its own moment', async () => {
    const subscription = await stage.subscribe();
    await stage.told();
    stage.double.advance({ seconds: 365 * DAY });
    const { data } = await stage.stripe.invoices.list({ subscription: subscription.id, limit: 100 });
    expect(data).toHaveLength(13);
    const moments = data.map(({ created }) => created);
    expect(moments).toEqual([...moments].sort((one, other) => other - one));
    await stage.told();
    const created = stage.receiver.events.map((event) => event.created);
    expect(created).toEqual([...created].sort((one, other) => one - other));
    await stage.stripe.subscriptions.cancel(subscription.id);
  });

  it('that cannot be paid is past due, is tried again after 3, 5 and 7 days, then is cancelled', async () => {
    const subscription = await stage.subscribe();
    stage.double.setCardFate(idOf(subscription.customer), 'declines');
    await stage.told();
    const failedAt = endOf(subscription);
    stage.double.advance({ to: failedAt });
    expect((await again(subscription)).status).toBe('past_due');
    expect(await stage.told()).toEqual([
      'customer.subscription.updated',
      'invoice.created',
      'invoice.finalized',
      'invoice.payment_failed',
      'customer.subscription.updated',
    ]);
    for (const [place, days] of [3, 8].entries()) {
      expect((await latestInvoice(subscription)).next_payment_attempt).toBe(failedAt + days * DAY);
      stage.double.advance({ to: failedAt + days * DAY });
      expect(await latestInvoice(subscription)).toMatchObject({ status: 'open', attempt_count: place + 2 });
      expect(await stage.told()).toEqual(['invoice.payment_failed']);
    }
    stage.double.advance({ to: failedAt + 15 * DAY });
    expect(await stage.told()).toEqual(['invoice.payment_failed', 'customer.subscription.deleted']);
    expect(await again(subscription)).toMatchObject({
      status: 'canceled',
      ended_at: failedAt + 15 * DAY,
      cancellation_details: { reason: 'payment_failed' },
    });
    stage.double.advance({ seconds: 60 * DAY });
    expect(await stage.told()).toEqual([]);
  });

  it('recovers when a retry is paid', async () => {
    const subscription = await stage.subscribe();
    stage.double.setCardFate(idOf(subscription.customer), 'declines');
    stage.double.advance({ to: endOf(subscription) });
    await stage.told();
    stage.double.setCardFate(idOf(subscription.customer), 'ok');
    stage.double.advance({ seconds: 3 * DAY });
    expect(await stage.told()).toEqual([
      'invoice.paid',
      'invoice.payment_succeeded',
      'customer.subscription.updated',
    ]);
    expect((await again(subscription)).status).toBe('active');
    await stage.stripe.subscriptions.cancel(subscription.id);
  });

  it('that needs 3-D Secure asks for it, and goes on once confirmed on the invoice page', async () => {
    const subscription = await stage.subscribe();
    stage.double.setCardFate(idOf(subscription.customer), 'needs-3ds');
    await stage.told();
    stage.double.advance({ to: endOf(subscription) });
    expect(await stage.told()).toContain('invoice.payment_action_required');
    const invoice = await stage.stripe.invoices.retrieve((await latestInvoice(subscription)).id, {
      expand: ['payments.data.payment.payment_intent'],
    });
    expect(invoice.payments?.data[0]?.payment.payment_intent).toMatchObject({ status: 'requires_action' });
    await stage.press(invoice.hosted_invoice_url ?? '', '3ds-confirm');
    expect((await again(subscription)).status).toBe('active');
    await stage.stripe.subscriptions.cancel(subscription.id);
  });

  it('ends at the end of its period when cancelled for then, unless it is resumed before', async () => {
    const subscription = await stage.subscribe();
    await stage.told();
    const cancelled = await stage.stripe.subscriptions.update(subscription.id, {
      cancel_at_period_end: true,
      cancellation_details: { feedback: 'too_expensive', comment: 'later perhaps' },
    });
    expect(cancelled).toMatchObject({
      status: 'active',
      cancel_at_period_end: true,
      cancel_at: endOf(subscription),
      cancellation_details: { reason: 'cancellation_requested', feedback: 'too_expensive' },
    });
    await stage.told();
    expect(stage.receiver.events.at(-1)?.data.previous_attributes).toMatchObject({
      cancel_at_period_end: false,
      cancel_at: null,
    });
    await stage.stripe.subscriptions.update(subscription.id, { cancel_at_period_end: false });
    stage.double.advance({ to: endOf(subscription) });
    expect((await again(subscription)).status).toBe('active');
    await stage.stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true });
    await stage.told();
    stage.double.advance({ to: endOf(await again(subscription)) });
    expect(await stage.told()).toEqual(['customer.subscription.deleted']);
    expect((await stage.stripe.subscriptions.list({ customer: idOf(subscription.customer) })).data).toEqual(
      [],
    );
  });

  it('on trial costs nothing, is announced three days before its end, then is paid', async () => {
    const subscription = await stage.subscribe({ subscription_data: { trial_period_days: 14 } });
    expect(subscription).toMatchObject({ status: 'trialing', trial_end: stage.double.now() + 14 * DAY });
    expect(await latestInvoice(subscription)).toMatchObject({ status: 'paid', total: 0 });
    await stage.told();
    stage.double.advance({ seconds: 11 * DAY });
    expect(await stage.told()).toEqual(['customer.subscription.trial_will_end']);
    stage.double.advance({ seconds: 3 * DAY });
    expect(await stage.told()).toEqual([
      'customer.subscription.updated',
      'invoice.created',
      'invoice.finalized',
      'invoice.paid',
      'invoice.payment_succeeded',
    ]);
    expect((await again(subscription)).status).toBe('active');
    expect(await latestInvoice(subscription)).toMatchObject({ amount_paid: 3_900 });
    await stage.stripe.subscriptions.cancel(subscription.id);
  });

  it('keeps the count of a try by hand that fails, and is active again once it is paid', async () => {
    const subscription = await stage.subscribe();
    stage.double.setCardFate(idOf(subscription.customer), 'declines');
    stage.double.advance({ to: endOf(subscription) });
    const { id, next_payment_attempt } = await latestInvoice(subscription);
    expect(await refusalOf(stage.stripe.invoices.pay(id))).toMatchObject({
      type: 'StripeCardError',
      status: 402,
      code: 'card_declined',
    });
    expect(await latestInvoice(subscription)).toMatchObject({ attempt_count: 1, next_payment_attempt });
    stage.double.setCardFate(idOf(subscription.customer), 'ok');
    expect(await stage.stripe.invoices.pay(id)).toMatchObject({ status: 'paid', amount_remaining: 0 });
    expect((await again(subscription)).status).toBe('active');
    await stage.stripe.subscriptions.cancel(subscription.id);
  });

  it('can end its trial at once, and begins its first paid period then', async () => {
    const subscription = await stage.subscribe({ subscription_data: { trial_period_days: 30 } });
    stage.double.advance({ seconds: DAY });
    const paid = await stage.stripe.subscriptions.update(subscription.id, { trial_end: 'now' });
    expect(paid).toMatchObject({ status: 'active', trial_end: stage.double.now() });
    expect(paid.items.data[0]?.current_period_start).toBe(stage.double.now());
    expect(await latestInvoice(subscription)).toMatchObject({ status: 'paid', amount_paid: 3_900 });
    await stage.stripe.subscriptions.cancel(subscription.id);
  });

  it('has a discount for some months and then no more', async () => {
    const coupon = await stage.stripe.coupons.create({
      percent_off: 50,
      duration: 'repeating',
      duration_in_months: 2,
    });
    const subscription = await stage.subscribe({ discounts: [{ coupon: coupon.id }] });
    stage.double.advance({ seconds: 95 * DAY });
    const { data } = await stage.stripe.invoices.list({ subscription: subscription.id });
    expect(data.map(({ total }) => total)).toEqual([3_900, 3_900, 1_950, 1_950]);
    expect((await again(subscription)).discounts).toEqual([]);
    await stage.stripe.subscriptions.cancel(subscription.id);
  });

  it('can be refunded by the payment of its invoice, in part and then no more than the rest', async () => {
    const subscription = await stage.subscribe();
    const invoice = await stage.stripe.invoices.retrieve(idOf(subscription.latest_invoice), {
      expand: ['payments'],
    });
    const payment_intent = idOf(invoice.payments?.data[0]?.payment.payment_intent);
    await stage.told();
    const refund = await stage.stripe.refunds.create({ payment_intent, amount: 1_000 });
    expect(refund).toMatchObject({ status: 'succeeded', amount: 1_000, payment_intent });
    expect(await stage.told()).toEqual(['refund.created', 'charge.refunded']);
    await expect(stage.stripe.refunds.create({ payment_intent, amount: 2_901 })).rejects.toThrow(
      'greater than unrefunded amount on charge (2900)',
    );
    await stage.stripe.subscriptions.cancel(subscription.id);
  });
});
