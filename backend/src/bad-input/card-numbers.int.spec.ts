import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openShop, type Shop } from '../features/billing/testing/shop.js';
import { ofPerson, tell } from '../features/billing/testing/signed-webhooks.js';
import { LIFE_STARTS, StripeLife, type RawEvent } from '../features/billing/testing/stripe-life.js';
import { everyEvent, everyKey, everyRow } from '../features/privacy/testing/everything-kept.js';
import { buildOpenApiDocument } from '../openapi-document.js';
import { until } from '../platform/testing/until.js';
import { cardCases, CARDS } from './testing/card-cases.js';

/** Bodies of these are taken apart before anything is kept, and Stripe would send a refused one again and again. */
const TAKEN_APART = 'POST /api/v1/webhooks/stripe';
const CONTROL = 'zxqv control';

const cases = cardCases(await buildOpenApiDocument());
const refused = cases.filter(({ name }) => !name.startsWith(`${TAKEN_APART} body`));
const [VISA] = CARDS;

let shop: Shop;
let told = 0;
beforeAll(async () => {
  shop = await openShop();
}, 60_000);
afterAll(async () => {
  process.stdout.write(
    `card numbers: ${refused.length} requests refused, ${told} signed events taken apart\n`,
  );
  await shop?.close();
}, 30_000);

/** All that is kept anywhere, and all that the product says about itself. */
async function everything(): Promise<string> {
  const { product } = shop;
  const kept = await Promise.all([
    everyEvent(product.eventLog, product.sealing),
    everyRow(product),
    everyKey(product.queueConnection),
  ]);
  return [...kept, JSON.stringify(product.logged)].join('\n');
}

async function expectNowhere(): Promise<void> {
  const { product } = shop;
  // What is looked for would be found: this was sent last, and is there.
  const control = { keyword: CONTROL, marketplace: 'etsy', country: 'US' };
  expect((await product.post('/api/v1/tracked-keywords', control)).status).toBe(201);
  const text = await until('the control to be kept', async () => {
    const found = await everything();
    return found.split(CONTROL).length > 2 && found;
  });
  const digits = text.replaceAll(/(\d)[ -](?=\d)/g, '$1');
  for (const card of CARDS) {
    expect(text.includes(card)).toBe(false);
    expect(digits.includes(card.replaceAll(/[ -]/g, ''))).toBe(false);
  }
}

/** Every text of an event with where it stands. */
function texts(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === 'string' || typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => texts(inner, [...path, name]));
}

function withAt(
  value: unknown,
  [first, ...rest]: readonly string[],
  put: (was: unknown) => unknown,
): unknown {
  if (first === undefined) return put(value);
  if (Array.isArray(value))
    return value.map((inner: unknown, nth) => (String(nth) === first ? withAt(inner, rest, put) : inner));
  const fields = value as Readonly<Record<string, unknown>>;
  return { ...fields, [first]: withAt(fields[first], rest, put) };
}

/** One of each kind of event. */
function kindsOfEvents(): readonly RawEvent[] {
  const life = new StripeLife('sub_cards', LIFE_STARTS, 'cards');
  life.start('active');
  for (const happens of ['renew', 'fail', 'pay', 'refund'] as const) {
    life.now += 1_000;
    life[happens]();
  }
  const seen = new Set<string>();
  return life.events.filter(({ type }) => !seen.has(type) && seen.add(type));
}

describe('no route accepts a card number', () => {
  it('in any path, query or body, wherever in it and however it is typed; nothing of it is kept', async () => {
    const { app, owner } = shop.product;
    expect(refused.length).toBeGreaterThan(1_000);
    const answered: unknown[] = [];
    for (const { name, method, url, body, path } of refused) {
      const { statusCode, payload } = await app.inject({
        method,
        url,
        headers: {
          ...owner.as,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      });
      const isRefused =
        [400, 422].includes(statusCode) && payload.includes(`"${path}: looks like a card number`);
      if (!isRefused) answered.push([name, statusCode, payload.slice(0, 200)]);
    }
    expect(answered).toEqual([]);
    await expectNowhere();
  }, 120_000);

  it('nor as the name of a field, nor in the body of a webhook that nobody signed', async () => {
    const { product } = shop;
    const named = await product.post('/api/v1/tracked-keywords', { [VISA]: 'a' });
    expect(named.status).toBe(400);
    expect((await product.get(`/api/v1/keywords?${VISA}=a`)).status).toBe(400);
    const unsigned = await product.post('/api/v1/webhooks/stripe', { card: VISA }, { authorization: '' });
    expect(unsigned.status).toBe(400);
    await expectNowhere();
  });

  it('but the webhook, which takes apart what Stripe signed: it keeps none, wherever it stood', async () => {
    const person = await shop.customer('Person With A Card');
    const bodies = kindsOfEvents().flatMap((event, nth) =>
      texts(event).flatMap((path, place) => [
        withAt({ ...event, id: `evt_card_${nth}_${place}` }, path, () => VISA),
        withAt({ ...event, id: `evt_more_${nth}_${place}` }, path, (was) =>
          typeof was === 'number' ? Number(VISA) : `${String(was)} ${VISA}`,
        ),
      ]),
    );
    for (const body of bodies) {
      const { status } = await tell(shop.product, ofPerson(body as RawEvent, person));
      expect([200, 400]).toContain(status);
      if (status === 200) told += 1;
    }
    expect(told).toBeGreaterThan(100);
    await expectNowhere();
  }, 60_000);
});
