import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildOpenApiDocument } from '../openapi-document.js';
import { API_KEYS, type ApiKeys } from '../platform/security/caller.js';
import { readApiKey } from '../platform/security/api-key-text.js';
import { startTestProduct, type SignedInPerson, type TestProduct } from '../platform/testing/test-product.js';
import { until } from '../platform/testing/until.js';
import { issueKeys } from './testing/bad-credentials.js';
import { documentedRoutes, type DocumentedRoute } from './testing/documented-routes.js';
import {
  BODIES,
  CANARY,
  HUNT,
  NOBODYS,
  plant,
  QUERIES,
  SHARED_CANARY,
  SHOWS_KEYWORDS,
  SHOWS_NOBODY,
  type Planted,
} from './testing/planted-things.js';

/** Other people's things, for every route of the API document: a new route is covered by being there. */
const routes = documentedRoutes(await buildOpenApiDocument());
const named = (some: readonly DocumentedRoute[]) => some.map((route) => [route.name, route] as const);
const pathOf = ({ name, method }: DocumentedRoute): string => name.slice(method.length + 1);
/** The part of a path that names a thing: `/api/v1/crawls/:id`. Undefined where none is named. */
const namingPart = (route: DocumentedRoute): string | undefined => /^.*:\w+/.exec(pathOf(route))?.[0];

const ofThings = routes.filter((route) => {
  const part = namingPart(route);
  return part !== undefined && !(part in NOBODYS);
});
// The stream of live updates never ends; what it tells is looked at in its own spec.
const reads = routes.filter(
  (route) =>
    route.method === 'GET' && namingPart(route) === undefined && pathOf(route) !== '/api/v1/events/live',
);

let product: TestProduct;
let owner: SignedInPerson;
let planted: Planted;
/** Who belongs to another workspace, by what they are, with what they show. */
let strangers: Readonly<Record<'a person' | 'a program', string>>;
let cases = 0;

beforeAll(async () => {
  product = await startTestProduct({ config: { REQUEST_LIMIT_FACTOR: 10_000 } });
  owner = await product.signUp(`${CANARY} owner`);
  planted = await plant(product, owner);
  const stranger = await product.signUp('Stranger');
  const { good } = await issueKeys(product, stranger);
  await until('the key is known', () =>
    product.app.get<ApiKeys>(API_KEYS).find(readApiKey(good)?.keyId ?? ''),
  );
  strangers = { 'a person': stranger.as.authorization, 'a program': `Bearer ${good}` };
}, 90_000);
afterAll(async () => {
  process.stdout.write(`other people's things: ${cases} cases on ${ofThings.length + reads.length} routes\n`);
  await product?.close();
}, 30_000);

async function send(method: DocumentedRoute['method'], url: string, authorization: string, body?: object) {
  cases += 1;
  const answer = await product.app.inject({
    method,
    url,
    headers: { authorization, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { payload: JSON.stringify(body) } : {}),
  });
  return { status: answer.statusCode, text: answer.payload };
}

const without = (text: string, id: string): string =>
  text.replaceAll(id, 'the id').replace(/"requestId":"[^"]+"/, '');

const readByOwner = (path: string): Promise<string> =>
  product.get(path, owner.as).then(({ text }) => text.replace(/"lastUsedAt":"[^"]+"/g, ''));

/** Everything in the log that speaks of the owner's workspace, of the owner, or of what was planted. */
const toldOfTheOwner = async (): Promise<readonly string[]> =>
  (await product.recorded())
    .filter((event) => planted.ids.some((id) => JSON.stringify([event.data, event.metadata]).includes(id)))
    .map(({ id }) => id);

/** A read as it may be asked: with each parameter that could find something of somebody, alone and all together. */
function queriesOf({ queryNames }: DocumentedRoute): readonly string[] {
  const values: Record<string, string> = {
    prefix: HUNT,
    limit: '200',
    query: HUNT,
    actor: owner.id,
    stream: `workspace-${owner.workspaceId}`,
  };
  const known = Object.entries(values).filter(([name]) => queryNames.includes(name));
  const needed = known.filter(([name]) => name === 'prefix');
  const sets = [needed, ...known.map((one) => [...needed.filter((other) => other !== one), one]), known];
  return [...new Set(sets.map((set) => `?${new URLSearchParams(set).toString()}`))];
}

describe('something of somebody else that a path names', () => {
  it('is planted for every route that names one', () => {
    const unplanted = ofThings.filter((route) => !planted.things[namingPart(route) ?? '']);
    const told = unplanted.map(
      ({ name }) =>
        `${name}: plant one in bad-input/testing/planted-things.ts, or say in NOBODYS why it is nobody's`,
    );
    expect(told).toEqual([]);
    const bodiless = ofThings.filter(({ name, takesBody }) => takesBody && !(name in BODIES));
    expect(bodiless.map(({ name }) => `${name}: say in BODIES what it is sent`)).toEqual([]);
    const known = new Set(routes.map(namingPart));
    expect([...Object.keys(planted.things), ...Object.keys(NOBODYS)].filter((at) => !known.has(at))).toEqual(
      [],
    );
  });

  it.each(named(ofThings))(
    '%s answers as if it were not there, and leaves it alone',
    async (_name, route) => {
      const part = namingPart(route) ?? '';
      const thing = planted.things[part];
      if (!thing) throw new Error(`plant something for ${part}`);
      const before = await readByOwner(thing.seenAt);
      expect(before).toContain(thing.id);
      const toldBefore = await toldOfTheOwner();
      for (const [who, authorization] of Object.entries(strangers)) {
        const at = (id: string) => pathOf(route).replace(/:\w+/, id) + (QUERIES[route.name] ?? '');
        const mine = await send(route.method, at(thing.id), authorization, BODIES[route.name]);
        const none = await send(route.method, at(thing.nowhere), authorization, BODIES[route.name]);
        expect([who, mine.status]).toEqual([who, who === 'a person' ? 404 : none.status]);
        expect([who, mine.status, without(mine.text, thing.id)]).toEqual([
          who,
          none.status,
          without(none.text, thing.nowhere),
        ]);
      }
      expect(await readByOwner(thing.seenAt)).toBe(before);
      expect(await toldOfTheOwner()).toEqual(toldBefore);
    },
  );
});

describe('a read that names nothing', () => {
  it.each(named(reads))('%s shows nothing of anybody else', async (name, route) => {
    const showsKeywords = SHOWS_KEYWORDS.includes(name);
    const shown = [CANARY, ...(showsKeywords ? [] : [SHARED_CANARY]), ...planted.ids];
    const found = (text: string) => shown.filter((one) => text.toLowerCase().includes(one));
    let ofOwner: readonly string[] = [];
    for (const query of queriesOf(route)) {
      const url = pathOf(route) + query.replace(/^\?$/, '');
      for (const [who, authorization] of Object.entries(strangers)) {
        const { status, text } = await send('GET', url, authorization);
        expect([who, url, status < 500, found(text)]).toEqual([who, url, true, []]);
      }
      ofOwner = [...ofOwner, ...found((await send('GET', url, owner.as.authorization)).text)];
    }
    const isVacuous = ofOwner.length === 0 && !showsKeywords && !SHOWS_NOBODY.includes(name);
    const advice = `${name} shows its owner nothing that was planted: plant something that it lists in bad-input/testing/planted-things.ts, or name it in SHOWS_NOBODY`;
    expect(isVacuous ? advice : undefined).toBeUndefined();
  });
});

describe('after all of this', () => {
  it('nothing was a fault of ours', () => {
    expect(product.logged.filter(({ level }) => level === 'error')).toEqual([]);
    expect(cases).toBeGreaterThan(60);
  });
});
