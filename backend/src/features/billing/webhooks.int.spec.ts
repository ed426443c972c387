import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../platform/testing/until.js';
import { billingParts } from './testing/billing-parts.js';
import { openShop, WEBHOOK_SECRET, type Shop } from './testing/shop.js';
import { ofPerson, postWebhook, secondsNow, signed, tell } from './testing/signed-webhooks.js';
import { CANARIES, DAY, LIFE_STARTS, StripeLife, type RawEvent } from './testing/stripe-life.js';
import { hearStripe } from './webhooks/hear-stripe.reaction.js';

const NEXT_SECRET = 'whsec_of_the_next_month';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop({ webhookSecrets: [WEBHOOK_SECRET, NEXT_SECRET] });
}, 60_000);
afterAll(async () => {
  await shop?.close();
}, 30_000);

/** Of another subscription each time. */
function life(name: string): StripeLife {
  const begun = new StripeLife(`sub_${name}`, LIFE_STARTS, name);
  begun.start('active');
  return begun;
}
const last = ({ events }: StripeLife): RawEvent => {
  const event = events.at(-1);
  if (!event) throw new Error('nothing happened');
  return event;
};
const storedIds = async (): Promise<string[]> =>
  (await shop.product.recorded()).flatMap(({ type, data }) =>
    type === 'subscription.StripeEventStored.v1' ? [data.stripeEventId] : [],
  );
const typesOf = async (person: Parameters<Shop['subscription']>[0]) =>
  ((await shop.ask(person, 'GET', '/billing/events?limit=200')).body.items ?? []).map(({ type }) => type);

/** Somebody new is heard: nothing before was in the way. */
async function othersAreHeard(name: string): Promise<void> {
  const person = await shop.customer(name);
  const event = last(life(name.toLowerCase().replaceAll(' ', '_')));
  expect((await tell(shop.product, ofPerson(event, person))).status).toBe(200);
  await shop.becomes(person, `the plan of ${name}`, ({ plan }) => plan === 'starter');
}

/** What operators were told of an event that is stored. */
async function toldOf(id: string): Promise<string[]> {
  const stored = (await shop.product.recorded()).find(
    ({ type, data }) => type === 'subscription.StripeEventStored.v1' && data.stripeEventId === id,
  );
  if (!stored) throw new Error(`${id} is not stored`);
  const parts = billingParts(shop.product);
  await hearStripe(parts).react(stored);
  return parts.said.map(({ message }) => message);
}

describe('what Stripe did not sign just so', () => {
  const body = JSON.stringify(last(life('forged')));
  const refused = async (text: string, signature: string | undefined) => {
    const { status, body: told } = await postWebhook(shop.product, text, signature);
    expect([status, told['type']]).toEqual([400, 'urn:digitallz-keywords:problem:malformed-request']);
    return String(told['detail']);
  };

  it('is refused and not stored: by another secret, without a header, with one that cannot be read', async () => {
    expect(await refused(body, signed(body, { secret: 'whsec_of_somebody_else' }))).toContain('does not fit');
    expect(await refused(body, undefined)).toContain('is missing');
    expect(await refused(body, '')).toContain('is missing');
    expect(await refused(body, 't=now,v1=yes')).toContain('cannot be read');
    expect(await storedIds()).toEqual([]);
  });

  it('is refused with any one byte of it changed', async () => {
    const header = signed(body);
    for (let place = 1; place < body.length - 1; place += 37) {
      const other = body[place] === '7' ? '8' : '7';
      await refused(body.slice(0, place) + other + body.slice(place + 1), header);
    }
    await refused(`${body} `, header);
    expect(await storedIds()).toEqual([]);
  });

  it('is refused when it was signed 301 s ago or is to be signed in 301 s; 300 s ago is accepted', async () => {
    expect(await refused(body, signed(body, { at: secondsNow() - 301 }))).toContain('five minutes ago');
    expect(await refused(body, signed(body, { at: secondsNow() + 302 }))).toContain('in the future');
    expect(await storedIds()).toEqual([]);
    // At the beginning of a second, so that it is the same one when it is judged.
    await until('a second to begin', () => Date.now() % 1_000 < 200);
    const fresh = JSON.stringify({ ...last(life('late')), type: 'plan.created' });
    const answer = await postWebhook(shop.product, fresh, signed(fresh, { at: secondsNow() - 300 }));
    expect(answer.status).toBe(200);
    expect(await storedIds()).toHaveLength(1);
  });

  it('is refused when it has 2 MB, and nothing of it is stored', async () => {
    const before = await storedIds();
    const event = { ...last(life('heavy')), padding: 'x'.repeat(2_000_000) };
    expect((await tell(shop.product, event)).status).toBe(413);
    expect(await storedIds()).toEqual(before);
  });

  it('is refused when it is signed and no event at all', async () => {
    for (const text of ['{}', '{"object":"event"}', '{"id":"evt_1","object":"event","type":"x","created":1}'])
      await refused(text, signed(text));
  });
});

describe('while a secret is replaced', () => {
  it('both are good, alone and side by side; a third is not', async () => {
    const person = await shop.customer('Rotating Person');
    const bodies = ['one', 'two', 'three', 'four'].map((name) => ofPerson(last(life(`r_${name}`)), person));
    const [first = '', second = '', both = '', none = ''] = bodies;
    expect((await tell(shop.product, first)).status).toBe(200);
    expect((await tell(shop.product, second, { secret: NEXT_SECRET })).status).toBe(200);
    const byOther = signed(both, { secret: 'whsec_of_somebody_else' });
    const [, v1] = signed(both, { secret: NEXT_SECRET }).split(',');
    expect((await postWebhook(shop.product, both, `${byOther},${v1}`)).status).toBe(200);
    expect((await tell(shop.product, none, { secret: 'whsec_of_the_last_year' })).status).toBe(400);
  });
});

describe('an event', () => {
  it('that comes twice, and five times at once, is stored once', async () => {
    const person = await shop.customer('Repeated Person');
    const body = ofPerson(last(life('repeated')), person);
    const answers = await Promise.all(Array.from({ length: 5 }, () => tell(shop.product, body)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(answers.filter(({ body: told }) => told['isNew'] === true)).toHaveLength(1);
    expect((await tell(shop.product, body)).body).toEqual({ received: true, isNew: false });
    const { id } = JSON.parse(body) as RawEvent;
    expect((await storedIds()).filter((stored) => stored === id)).toHaveLength(1);
    await shop.becomes(person, 'the plan', ({ plan }) => plan === 'starter');
    expect((await typesOf(person)).filter((type) => type === 'subscription.Started.v1')).toHaveLength(1);
  });

  it('of another account changes nothing of ours, and holds up nobody', async () => {
    const person = await shop.customer('Person Elsewhere');
    const foreign = { ...last(life('foreign')), account: 'acct_of_others' };
    expect((await tell(shop.product, ofPerson(foreign, person))).status).toBe(200);
    const stranger = { ...last(life('stranger')), id: 'evt_stranger', account: 'acct_of_others' };
    expect((await tell(shop.product, withoutMetadata(stranger))).status).toBe(200);
    await othersAreHeard('After Another Account');
    expect(await typesOf(person)).toEqual([]);
    expect(await shop.subscription(person)).toMatchObject({ plan: 'free', reason: 'no-subscription' });
  });

  it('of a type that nobody decided about is stored and told to operators, and nothing else happens', async () => {
    const person = await shop.customer('Person Of Tomorrow');
    const raw = { ...last(life('tomorrow')), id: 'evt_tomorrow', type: 'customer.subscription.teleported' };
    const bare = {
      id: 'evt_bare',
      object: 'event',
      created: LIFE_STARTS,
      type: 'moon.landed',
      data: { object: { id: 'moon_1', object: 'moon' } },
    };
    for (const event of [ofPerson(raw, person), JSON.stringify(bare)])
      expect((await tell(shop.product, event)).body).toEqual({ received: true, isNew: true });
    expect(await storedIds()).toEqual(expect.arrayContaining(['evt_tomorrow', 'evt_bare']));
    await othersAreHeard('After An Unknown Type');
    expect(await typesOf(person)).toEqual([]);
    for (const id of ['evt_tomorrow', 'evt_bare'])
      expect(await toldOf(id)).toEqual(['an event of Stripe is of a type that nobody decided about']);
  });

  it('of a customer that nobody knows is stored and told to operators; nothing changes, nobody is held up', async () => {
    const lost = { ...last(life('lost')), id: 'evt_lost' };
    expect((await tell(shop.product, withoutMetadata(lost))).status).toBe(200);
    const claimed = { ...last(life('claimed')), id: 'evt_claimed' };
    expect((await tell(shop.product, claimed)).status).toBe(200);
    await othersAreHeard('After An Unknown Customer');
    for (const id of ['evt_lost', 'evt_claimed'])
      expect(await toldOf(id)).toEqual(['an event of Stripe is of no workspace of ours']);
    const facts = (await shop.product.recorded()).filter(
      ({ type, data }) =>
        type !== 'subscription.StripeEventStored.v1' && /"sub_(?:lost|claimed)"/.test(JSON.stringify(data)),
    );
    expect(facts).toEqual([]);
  });

  it('with a price that we do not know leaves the plan as it is, and is told', async () => {
    const person = await shop.customer('Person Of A Strange Price');
    const strange = life('strange');
    strange.now += DAY;
    strange.changeToStrangePrice();
    for (const raw of strange.events) await tell(shop.product, ofPerson(raw, person));
    await until('the strange price', async () =>
      (await typesOf(person)).includes('subscription.UnknownPriceSeen.v1'),
    );
    expect(await shop.subscription(person)).toMatchObject({ plan: 'starter', reason: 'paid' });
    await othersAreHeard('After A Strange Price');
  });

  it('leaves nothing of a person or a card in the log, nor in what the product says about itself', async () => {
    const person = await shop.customer('Person With A Card');
    const whole = life('canary');
    for (const happens of ['renew', 'fail', 'pastDue', 'pay', 'refund', 'schedule'] as const) {
      whole.now += DAY;
      whole[happens]();
    }
    whole.end();
    for (const raw of whole.events) {
      const body = ofPerson(raw, person);
      expect(CANARIES.filter((canary) => body.includes(canary))).not.toEqual([]);
      expect((await tell(shop.product, body)).status).toBe(200);
    }
    await until('the end', async () => (await typesOf(person)).includes('subscription.Ended.v1'));
    const recorded = (await shop.product.recorded())
      .filter(({ data }) => /_canary|canary_/.test(JSON.stringify(data)))
      .map(({ data }) => JSON.stringify(data).replaceAll(person.workspaceId, ''));
    expect(recorded.length).toBeGreaterThan(whole.events.length);
    // Ids may hold any four digits by chance; these are ours, and hold none.
    for (const text of recorded) expect(CANARIES.filter((canary) => text.includes(canary))).toEqual([]);
    const told = JSON.stringify(shop.product.logged);
    expect(CANARIES.filter((canary) => canary !== '4242' && told.includes(canary))).toEqual([]);
  });
});

/** As of a customer that somebody made by hand. */
const withoutMetadata = (raw: RawEvent): string =>
  JSON.stringify(raw, (name, value: unknown) => (name === 'metadata' ? {} : value)).replaceAll(
    '"cus_1"',
    '"cus_of_nobody"',
  );
