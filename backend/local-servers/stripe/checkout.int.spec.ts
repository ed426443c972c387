import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DAY, refusalOf, type Stage, startStage } from './testing/stage.js';
import { idOf } from './objects/kinds.js';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

const pageOf = async (url: string | null, language = 'en') => {
  const response = await fetch(url ?? '', { headers: { 'accept-language': language } });
  return { html: await response.text(), headers: response.headers };
};

describe('a checkout', () => {
  it('that succeeds makes customer, subscription and a paid invoice, and leads back with its id', async () => {
    await stage.told();
    const session = await stage.openCheckout({
      client_reference_id: 'workspace-1',
      customer_email: 'ada@example.com',
      metadata: { asked: 'by-spec' },
      subscription_data: { metadata: { workspace: 'w1' } },
    });
    expect(await stage.press(session.url ?? '', 'succeed')).toBe(
      `https://product.example/back?session=${session.id}`,
    );
    const done = await stage.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['subscription.latest_invoice', 'customer', 'line_items'],
    });
    expect(done).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      client_reference_id: 'workspace-1',
      metadata: { asked: 'by-spec' },
      customer: { object: 'customer', email: 'ada@example.com' },
      line_items: { data: [{ price: { id: stage.prices.pro }, quantity: 1 }] },
      subscription: {
        status: 'active',
        metadata: { workspace: 'w1' },
        items: { data: [{ current_period_start: stage.double.now(), price: { id: stage.prices.pro } }] },
        latest_invoice: { status: 'paid', amount_paid: 3_900, billing_reason: 'subscription_create' },
      },
    });
    expect(await stage.told()).toEqual([
      'customer.created',
      'invoice.created',
      'invoice.finalized',
      'customer.subscription.created',
      'invoice.paid',
      'invoice.payment_succeeded',
      'customer.subscription.updated',
      'checkout.session.completed',
    ]);
    const updated = stage.receiver.events.find(({ type }) => type === 'customer.subscription.updated');
    expect(updated).toMatchObject({
      livemode: false,
      data: { object: { status: 'active' }, previous_attributes: { status: 'incomplete' } },
    });
  });

  it('pressed twice makes one subscription', async () => {
    const session = await stage.openCheckout({ customer_email: 'twice@example.com' });
    const [one, other] = await Promise.all([1, 2].map(() => stage.press(session.url ?? '', 'succeed')));
    expect(one).toBe(other);
    const [customer] = (await stage.stripe.customers.list({ email: 'twice@example.com' })).data;
    const { data } = await stage.stripe.subscriptions.list({ customer: customer?.id ?? '', status: 'all' });
    expect(data).toHaveLength(1);
  });

  it('that is declined stays open and says so', async () => {
    const session = await stage.openCheckout();
    expect(await stage.press(session.url ?? '', 'decline')).toBe(session.url);
    expect((await pageOf(session.url)).html).toContain('The card was declined.');
    expect(await stage.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      status: 'open',
      subscription: null,
    });
  });

  it('that needs 3-D Secure is complete only once the bank confirmed', async () => {
    const session = await stage.openCheckout();
    const bank = await stage.press(session.url ?? '', '3ds');
    expect((await pageOf(bank)).html).toContain('Your bank asks');
    await stage.press(bank, '3ds-fail');
    expect((await stage.stripe.checkout.sessions.retrieve(session.id)).status).toBe('open');
    expect((await pageOf(session.url)).html).toContain('The bank did not confirm');
    await stage.press(bank, '3ds-confirm');
    expect((await stage.stripe.checkout.sessions.retrieve(session.id)).status).toBe('complete');
  });

  it('that is abandoned leads to the cancel address and expires by the clock', async () => {
    const session = await stage.openCheckout();
    expect(await stage.press(session.url ?? '', 'abandon')).toBe('https://product.example/prices');
    await stage.told();
    stage.double.advance({ seconds: DAY });
    expect(await stage.told()).toContain('checkout.session.expired');
    expect((await pageOf(session.url)).html).toContain('This checkout has expired');
    expect((await refusalOf(stage.stripe.checkout.sessions.expire(session.id))).status).toBe(400);
  });

  it('takes a coupon off, for once: the second invoice is whole again', async () => {
    const coupon = await stage.stripe.coupons.create({ percent_off: 25, duration: 'once' });
    const subscription = await stage.subscribe({ discounts: [{ coupon: coupon.id }] });
    stage.double.advance({ to: subscription.items.data[0]?.current_period_end ?? 0 });
    const { data } = await stage.stripe.invoices.list({ subscription: subscription.id });
    expect(data.map(({ total }) => total)).toEqual([3_900, 2_925]);
    expect(data[1]).toMatchObject({ subtotal: 3_900, total_discount_amounts: [{ amount: 975 }] });
    expect((await stage.stripe.coupons.retrieve(coupon.id)).times_redeemed).toBe(1);
  });

  it('takes a promotion code that the visitor types, and says when there is none such', async () => {
    const coupon = await stage.stripe.coupons.create({ amount_off: 500, currency: 'eur' });
    await stage.stripe.promotionCodes.create({
      promotion: { type: 'coupon', coupon: coupon.id },
      code: 'SPRING',
      max_redemptions: 1,
    });
    const session = await stage.openCheckout({ allow_promotion_codes: true });
    await stage.press(session.url ?? '', 'code', { code: 'AUTUMN' });
    expect((await pageOf(session.url)).html).toContain('This promotion code cannot be redeemed.');
    await stage.press(session.url ?? '', 'code', { code: 'spring' });
    expect(await stage.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      amount_total: 3_400,
      total_details: { amount_discount: 500 },
    });
    await stage.press(session.url ?? '', 'succeed');
    const [code] = (await stage.stripe.promotionCodes.list({ code: 'SPRING' })).data;
    expect(code?.times_redeemed).toBe(1);
    const refused = await refusalOf(stage.openCheckout({ discounts: [{ promotion_code: code?.id ?? '' }] }));
    expect(refused.param).toBe('discounts[0][promotion_code]');
  });

  it('keeps a VAT number that the visitor gives', async () => {
    const session = await stage.openCheckout({ tax_id_collection: { enabled: true } });
    await stage.press(session.url ?? '', 'succeed', { tax_id: '4242' });
    expect((await pageOf(session.url)).html).toContain('This is no VAT number');
    await stage.press(session.url ?? '', 'succeed', { name: 'Ada SARL', tax_id: 'FR12345678901' });
    const done = await stage.stripe.checkout.sessions.retrieve(session.id);
    expect(done.customer_details).toMatchObject({
      name: 'Ada SARL',
      tax_ids: [{ type: 'eu_vat', value: 'FR12345678901' }],
    });
    const { data } = await stage.stripe.customers.listTaxIds(idOf(done.customer));
    expect(data).toMatchObject([{ type: 'eu_vat', value: 'FR12345678901' }]);
  });
});

describe('the page', () => {
  it.each([
    ['en', 'This is a simulation', 'The payment succeeds'],
    ['fr-FR,fr;q=0.9', 'Ceci est une simulation', 'Le paiement réussit'],
  ])('says in %s that it is a simulation', async (language, note, button) => {
    const { html } = await pageOf((await stage.openCheckout()).url, language);
    expect(html).toContain(`<strong>${note}</strong>`);
    expect(html).toContain(button);
  });

  it('asks for no card, loads nothing and runs nothing', async () => {
    const { html, headers } = await pageOf((await stage.openCheckout({ allow_promotion_codes: true })).url);
    expect(html).not.toMatch(
      /cc-number|cardnumber|card_number|autocomplete="cc|type="tel"|inputmode="numeric"/i,
    );
    expect(html).not.toMatch(/<script|<img|<link|<iframe/);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self' https:\/\/product\.example; base-uri 'none'; frame-ancestors 'none'$/,
    );
  });
});
