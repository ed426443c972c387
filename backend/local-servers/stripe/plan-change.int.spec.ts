import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { share } from './money/proration.js';
import { DAY, refusalOf, type Stage, startStage } from './testing/stage.js';
import { idOf } from './objects/kinds.js';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

const itemOf = (subscription: Stripe.Subscription): Stripe.SubscriptionItem => {
  const [item] = subscription.items.data;
  if (!item) throw new Error('no item');
  return item;
};
const starter = () => stage.subscribe({ line_items: [{ price: stage.prices.starter, quantity: 1 }] });

/** What is left of the period now, of all of it. */
const left = (subscription: Stripe.Subscription) => {
  const { current_period_end: end, current_period_start: start } = itemOf(subscription);
  return [end - stage.double.now(), end - start] as const;
};

describe('a change of plan', () => {
  it('that is invoiced now credits the unused seconds and charges the rest, as its preview said', async () => {
    const subscription = await starter();
    stage.double.advance({ seconds: 10 * DAY + 1_234 });
    const [part, whole] = left(subscription);
    const wanted = {
      items: [{ id: itemOf(subscription).id, price: stage.prices.pro }],
      proration_behavior: 'always_invoice' as const,
    };
    const preview = await stage.stripe.invoices.createPreview({
      subscription: subscription.id,
      subscription_details: wanted,
    });
    await stage.told();
    const changed = await stage.stripe.subscriptions.update(subscription.id, {
      ...wanted,
      expand: ['latest_invoice'],
    });
    const invoice = changed.latest_invoice as Stripe.Invoice;
    const amounts = [0 - share(1_500, part, whole), share(3_900, part, whole)];
    for (const one of [preview, invoice]) expect(one.lines.data.map(({ amount }) => amount)).toEqual(amounts);
    expect(invoice).toMatchObject({
      status: 'paid',
      billing_reason: 'subscription_update',
      amount_paid: preview.amount_due,
      parent: { subscription_details: { subscription: subscription.id } },
    });
    expect(invoice.lines.data[0]?.parent?.subscription_item_details).toMatchObject({ proration: true });
    expect(await stage.told()).toEqual([
      'customer.subscription.updated',
      'invoice.created',
      'invoice.finalized',
      'invoice.paid',
      'invoice.payment_succeeded',
    ]);
    const updated = stage.receiver.events
      .filter(({ type }) => type === 'customer.subscription.updated')
      .at(-1);
    expect(updated?.data.previous_attributes).toMatchObject({
      items: { data: [{ price: { id: stage.prices.starter } }] },
    });
  });

  it('waits for the next invoice by default', async () => {
    const subscription = await starter();
    stage.double.advance({ seconds: 7 * DAY });
    const [part, whole] = left(subscription);
    await stage.stripe.subscriptions.update(subscription.id, {
      items: [{ id: itemOf(subscription).id, price: stage.prices.pro }],
    });
    stage.double.advance({ to: itemOf(subscription).current_period_end });
    const [invoice] = (await stage.stripe.invoices.list({ subscription: subscription.id })).data;
    expect(invoice?.lines.data.map(({ amount }) => amount)).toEqual([
      0 - share(1_500, part, whole),
      share(3_900, part, whole),
      3_900,
    ]);
  });

  it('downwards leaves a credit that the next invoice uses up', async () => {
    const subscription = await stage.subscribe();
    await stage.stripe.subscriptions.update(subscription.id, {
      items: [{ id: itemOf(subscription).id, price: stage.prices.starter }],
      proration_behavior: 'always_invoice',
    });
    const customer = idOf(subscription.customer);
    expect(await stage.stripe.customers.retrieve(customer)).toMatchObject({ balance: -2_400 });
    stage.double.advance({ to: itemOf(subscription).current_period_end });
    const [invoice] = (await stage.stripe.invoices.list({ subscription: subscription.id })).data;
    expect(invoice).toMatchObject({
      total: 1_500,
      amount_due: 0,
      starting_balance: -2_400,
      ending_balance: -900,
    });
  });

  it('to a year begins a new period at once, with the unused month taken off', async () => {
    const subscription = await stage.subscribe();
    stage.double.advance({ seconds: 5 * DAY });
    const [part, whole] = left(subscription);
    const changed = await stage.stripe.subscriptions.update(subscription.id, {
      items: [{ id: itemOf(subscription).id, price: stage.prices.proYear }],
      expand: ['latest_invoice'],
    });
    expect(itemOf(changed)).toMatchObject({
      current_period_start: stage.double.now(),
      current_period_end: stage.double.now() + 365 * DAY,
    });
    expect(changed.latest_invoice).toMatchObject({ total: 39_000 - share(3_900, part, whole) });
  });

  it('that the card does not bear changes nothing where the request wants it so', async () => {
    const subscription = await starter();
    stage.double.setCardFate(idOf(subscription.customer), 'declines');
    const refused = await refusalOf(
      stage.stripe.subscriptions.update(subscription.id, {
        items: [{ id: itemOf(subscription).id, price: stage.prices.pro }],
        proration_behavior: 'always_invoice',
        payment_behavior: 'error_if_incomplete',
      }),
    );
    expect(refused).toMatchObject({ type: 'StripeCardError', status: 402, code: 'card_declined' });
    const after = await stage.stripe.subscriptions.retrieve(subscription.id);
    expect(after).toEqual(subscription);
  });

  it('of a cancelled subscription is refused', async () => {
    const subscription = await starter();
    await stage.stripe.subscriptions.cancel(subscription.id);
    const refused = await refusalOf(
      stage.stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true }),
    );
    expect(refused.message).toContain('A canceled subscription can only update');
  });
});
