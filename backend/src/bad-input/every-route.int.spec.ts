import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from '../../contracts/values/role.js';
import { buildOpenApiDocument } from '../openapi-document.js';
import { API_KEYS, type ApiKeys } from '../platform/security/caller.js';
import { readApiKey } from '../platform/security/api-key-text.js';
import { mayDo, type Permission } from '../platform/security/permissions.js';
import { RoutePermissions } from '../platform/security/route-permissions.js';
import { startTestProduct, type TestProduct } from '../platform/testing/test-product.js';
import { until } from '../platform/testing/until.js';
import { forgedTokens, issueKeys, type IssuedKeys } from './testing/bad-credentials.js';
import { documentedRoutes, type DocumentedRoute } from './testing/documented-routes.js';
import { membersOf, tokenFor } from './testing/people-of-a-workspace.js';

/** One suite for every route of the API document: a new route is covered by being there. */
const routes = documentedRoutes(await buildOpenApiDocument());
const named = (some: readonly DocumentedRoute[]) => some.map((route) => [route.name, route] as const);
const ofTheApi = routes.filter(({ url }) => url.startsWith('/api/'));

const JSON_TYPE = { 'content-type': 'application/json' };
const DEEP = `{"a":${'['.repeat(30)}${']'.repeat(30)}}`;
const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

let product: TestProduct;
let keys: IssuedKeys;
let members: Readonly<Record<Role, string>>;
let nobodies: Readonly<Record<string, string>>;
let stranger: string;
let cases = 0;

beforeAll(async () => {
  product = await startTestProduct({ config: { REQUEST_LIMIT_FACTOR: 10_000 } });
  const { owner } = product;
  keys = await issueKeys(product, owner);
  members = await membersOf(product, owner.workspaceId);
  stranger = await tokenFor(product, await product.signUp('Stranger'), owner.workspaceId);
  const { ['an API key with another secret']: wrongSecret = '' } = keys.bad;
  const { keyId = '' } = readApiKey(wrongSecret) ?? {};
  await until('the keys are known', async () => {
    const known = product.app.get<ApiKeys>(API_KEYS);
    const { keyId: revokedId = '' } = readApiKey(keys.bad['a revoked API key'] ?? '') ?? {};
    return (await known.find(keyId)) !== undefined && (await known.find(revokedId)) === undefined;
  });
  nobodies = {
    'no token': '',
    'an empty token': 'Bearer ',
    garbage: 'Bearer garbage',
    'garbage that looks like a token': 'Bearer eyJhbGciOiJFZERTQSJ9.e30.AAAA',
    'a name and a password': `Basic ${Buffer.from(`${owner.email}:${owner.password}`).toString('base64')}`,
    'two tokens': `Bearer ${owner.accessToken} ${owner.accessToken}`,
    ...bearers({ ...(await forgedTokens(product, owner)), ...keys.bad }),
  };
}, 90_000);
afterAll(async () => {
  process.stdout.write(`bad input: ${cases} cases on ${routes.length} routes\n`);
  await product?.close();
}, 30_000);

const bearers = (tokens: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(tokens).map(([name, token]) => [name, `Bearer ${token}`]));

interface Sent {
  readonly authorization?: string;
  readonly query?: string;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: string;
}

async function send({ method, url }: DocumentedRoute, sent: Sent) {
  cases += 1;
  const { authorization = `Bearer ${product.owner.accessToken}`, query = '', headers = {}, payload } = sent;
  const answer = await product.app.inject({
    method,
    url: (sent.url ?? url) + query,
    headers: { ...(authorization === '' ? {} : { authorization }), ...headers },
    ...(payload === undefined ? {} : { payload }),
  });
  const kind = /"type":"urn:digitallz-keywords:problem:([\w-]+)"/.exec(answer.payload)?.[1];
  return { status: answer.statusCode, kind, headers: answer.headers, text: answer.payload };
}

/** As a request may come: without a body, with a type and nothing else, and with a body that breaks off. */
const bodies = ({ method }: DocumentedRoute): Readonly<Record<string, Sent>> =>
  method === 'GET'
    ? { 'no body': {} }
    : {
        'no body': {},
        'a type and no body': { headers: JSON_TYPE },
        'JSON that breaks off': { headers: JSON_TYPE, payload: '{"a":' },
      };

const permissionOf = ({ name, method }: DocumentedRoute): Permission =>
  product.app.get(RoutePermissions).of(method, name.slice(method.length + 1)) ?? 'public';

/** Who comes nearest to being allowed, and is not: by what they lack, with their token. */
function turnedAway(permission: Permission): Record<string, string> {
  const powers = { kind: 'person', isOperator: false } as const;
  // The owner is an operator, too.
  const below = ROLES.filter((role) => role !== 'owner' && !mayDo({ ...powers, role }, permission)).at(-1);
  const isForPersons = !mayDo({ kind: 'program', role: 'owner', isOperator: false }, permission);
  return bearers({
    ...(permission === 'person' ? {} : { 'somebody of another workspace': stranger }),
    ...(below ? { [`a role too low (${below})`]: members[below] } : {}),
    ...(isForPersons ? { 'a program, where persons alone may': keys.good } : {}),
  });
}

describe('who calls comes before what they send', () => {
  it('for every route of the product: the document and the gate know the same', () => {
    const known = [...product.app.get(RoutePermissions).all().keys()].filter(
      (name) => !name.includes('.well-known'),
    );
    expect(routes.map(({ name }) => name).sort()).toEqual(known.sort());
  });

  it.each(named(routes))('%s', async (_name, route) => {
    const permission = permissionOf(route);
    if (permission === 'public') return;
    for (const [body, sent] of Object.entries(bodies(route))) {
      for (const [who, authorization] of Object.entries(nobodies)) {
        const answer = await send(route, { ...sent, authorization });
        expect([who, body, answer.status, answer.kind]).toEqual([who, body, 401, 'sign-in-needed']);
        expect([answer.headers['www-authenticate'], answer.headers['content-type']]).toEqual([
          'Bearer',
          PROBLEM_TYPE,
        ]);
      }
      for (const [who, authorization] of Object.entries(turnedAway(permission))) {
        const answer = await send(route, { ...sent, authorization });
        expect([who, body, answer.status, answer.kind]).toEqual([who, body, 403, 'not-allowed']);
      }
    }
  });
});

describe('what is sent is looked at closely, whoever sends it', () => {
  const expectRefused = (what: string, { status, text }: Awaited<ReturnType<typeof send>>) => {
    expect([what, status >= 400 && status < 500, text.slice(0, 300)]).toEqual([
      what,
      true,
      expect.any(String),
    ]);
    expect(text).not.toMatch(/\.[tj]s:\d+|select |insert /);
  };

  it.each(named(ofTheApi))('%s', async (_name, route) => {
    const query = async (what: string, text: string) =>
      expectRefused(
        what,
        await send(route, { query: text, ...(route.takesBody ? { headers: JSON_TYPE, payload: '{}' } : {}) }),
      );
    await query('an unknown parameter', '?colour=red');
    await query('a part of every object', '?constructor=1');
    await query('NUL', '?colour=a%00b');
    if (route.url !== route.name.slice(route.method.length + 1)) {
      const bad = (part: string) => route.name.slice(route.method.length + 1).replaceAll(/:\w+/g, part);
      for (const part of ['a%00b', '%2e%2e%2f', 'x'.repeat(150), "1'or'1'='1"])
        expectRefused(part, await send(route, { url: bad(part) }));
    }
    if (route.method === 'GET') return;
    const body = async (what: string, payload: string, headers = JSON_TYPE) => {
      const answer = await send(route, { headers, payload });
      expectRefused(what, answer);
      return answer.status;
    };
    await body('a list', '[{"a":1}]');
    await body('a text', '"a"');
    await body('null', 'null');
    await body('30 levels', DEEP);
    await body('JSON that breaks off', '{"a":');
    await body('an unknown field', '{"colour":"red"}');
    await body('a poisoned prototype', '{"__proto__":{"isOperator":true}}');
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/xml',
      'application/jsonx',
    ])
      expect([type, await body(type, 'a=b', { 'content-type': type })]).toEqual([type, 415]);
  });

  it.each(named(ofTheApi.filter(({ method }) => method === 'GET')))(
    '%s leads to no other site',
    async (_name, route) => {
      const names = new Set([
        ...route.queryNames,
        'returnTo',
        'return',
        'redirect',
        'redirect_uri',
        'next',
        'url',
      ]);
      for (const name of names)
        for (const target of [
          'https://evil.example/',
          '//evil.example/',
          '/\\evil.example/',
          'https:evil.example',
        ]) {
          if (route.url.endsWith('/live')) continue;
          const { status, headers } = await send(route, { query: `?${name}=${encodeURIComponent(target)}` });
          const location = String(headers['location'] ?? '/');
          expect([name, target, status < 500]).toEqual([name, target, true]);
          expect(new URL(location, product.url).hostname).not.toBe('evil.example');
        }
    },
  );
});

describe('after all of this', () => {
  it('nothing was a fault of ours, and there were more than 300 cases', () => {
    expect(product.logged.filter(({ level }) => level === 'error')).toEqual([]);
    expect(cases).toBeGreaterThan(300);
  });
});
