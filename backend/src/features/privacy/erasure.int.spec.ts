import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dirname, join as path } from 'node:path';
import { askForCopy } from '../../../event-log/embedded/upkeep/ask-for-copy.js';
import { servedAt } from '../../../event-log/embedded/upkeep/served-at.js';
import { startEmbeddedEventStore } from '../../../event-log/embedded/server.js';
import { connectEventLog } from '../../../event-log/eventstoredb/connect-event-log.js';
import type { Config } from '../../platform/config/config.js';
import { KeyRing } from '../../platform/privacy/key-ring.js';
import {
  startTestProduct,
  type SignedInPerson,
  type TestProduct,
} from '../../platform/testing/test-product.js';
import { until } from '../../platform/testing/until.js';
import { CONFIG } from '../../platform/tokens.js';
import { prove } from '../../platform/testing/prove.js';
import { call, enter, join, MEMBERS } from '../workspaces/testing/team.js';
import { everyEvent, everyKey, everyRow } from './testing/everything-kept.js';

const CANARIES = /canary|birdsong|goldfinch/i;

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
  await prove(product, product.owner);
}, 60_000);
afterAll(() => product?.close(), 30_000);

const signInAgain = async ({ email, password }: SignedInPerson) => {
  const answer = await product.ask('/api/v1/auth/login', {
    method: 'POST',
    body: JSON.stringify({ email, password }),
    headers: { 'content-type': 'application/json', 'user-agent': 'CanaryBrowser/77' },
  });
  return { authorization: `Bearer ${String(answer.body['accessToken'])}` };
};
const erase = (person: { as: { authorization: string } }, password: string) =>
  call(product, person.as, 'DELETE', '/api/v1/me', { password });

/** A copy of the event store as it is now, in a file that a server can be started on. */
async function copyOfStore(name: string): Promise<string> {
  const { KEY_RING_FILE } = product.app.get<Pick<Config, 'KEY_RING_FILE'>>(CONFIG);
  const folder = dirname(dirname(KEY_RING_FILE));
  const copy = path(folder, name);
  await askForCopy(servedAt(path(folder, 'events.db')) ?? '', copy);
  return copy;
}

async function rebuildAll(): Promise<void> {
  const standing = async () => {
    const { items = [] } = (await product.get('/api/v1/projections')).body;
    return items as { name: string; kind?: string; build?: number; rebuild?: unknown }[];
  };
  const before = (await standing()).filter(({ build }) => build !== undefined);
  expect(before.length).toBeGreaterThan(5);
  for (const { name } of before) await product.post(`/api/v1/projections/${name}/rebuild`, {});
  await until(
    'all rebuilds',
    async () => {
      const now = await standing();
      return before.every((old) =>
        now.some(
          ({ name, build, rebuild }) => name === old.name && !rebuild && (build ?? 0) > (old.build ?? 0),
        ),
      );
    },
    60_000,
  );
}

describe('an erasure', () => {
  it('asks for the password', async () => {
    const person = await product.signUp('Paula');
    const wrong = await erase(person, 'not hers');
    expect([wrong.status, wrong.body.errors?.[0]?.path]).toEqual([400, 'password']);
    expect((await call(product, person.as, 'DELETE', '/api/v1/me')).status).toBe(400);
    expect((await product.get('/api/v1/me', person.as)).status).toBe(200);
  });

  it('frees the address for somebody new, who is not them', async () => {
    const first = await product.signUp('Robin');
    expect((await erase(first, first.password)).body).toEqual({ status: 'erased' });
    const again = await product.signUp('Robin');
    expect(again.id).not.toBe(first.id);
    expect((await product.get('/api/v1/me', again.as)).body).toMatchObject({ name: 'Robin' });
  });

  it('waits until a workspace with other members has another owner', async () => {
    const mother = await product.signUp('Canary Mother');
    await prove(product, mother);
    const heir = await join(product, mother, 'Heiress', 'admin');
    const refused = await erase(mother, mother.password);
    expect([refused.status, refused.body['detail']]).toEqual([409, expect.stringContaining('Canary Mother')]);
    const raised = await call(product, mother.as, 'PATCH', `${MEMBERS}/${heir.id}`, { role: 'owner' });
    expect(raised.status).toBe(200);
    expect((await erase(mother, mother.password)).body).toEqual({ status: 'erased' });
    const members = await until('the projection', async () => {
      const answer = await call(product, heir.there, 'GET', MEMBERS);
      return answer.body.items?.length === 1 ? answer : undefined;
    });
    expect(members.body.items).toMatchObject([{ role: 'owner' }]);
  });

  it('is finished by the reactor where the API died right after closing the account', async () => {
    const person = await product.signUp('Left Halfway');
    const at = new Date().toISOString();
    await product.eventLog.append(`account-${person.id}`, 'any', [
      {
        id: '8c5ff3ee-54c1-4f0e-b7ba-3e6b2f6f7a01',
        type: 'account.Closed.v1',
        data: { accountId: person.id },
        metadata: {
          correlationId: 'r',
          causationId: 'r',
          occurredAt: at,
          actor: person.id,
          producer: 'test/1',
        },
      },
    ]);
    const ring = product.app.get(KeyRing);
    await until(
      'the key to be destroyed',
      () => ring.isDestroyed(person.id) && ring.isDestroyed(person.workspaceId),
    );
    await until('the last event', async () =>
      (await product.recorded()).some(
        ({ type, data }) =>
          type === 'account.Erased.v1' && 'accountId' in data && data.accountId === person.id,
      ),
    );
  });
});

describe('erasure surviving a rebuild', () => {
  let anna: SignedInPerson & { readonly there: { readonly authorization: string } };
  let copy: string;

  const nothingLeft = async () => {
    const { queueConnection, eventLog, sealing, logged } = product;
    expect(await everyRow(product)).not.toMatch(CANARIES);
    expect(await everyKey(queueConnection)).not.toMatch(CANARIES);
    expect(await everyEvent(eventLog, sealing)).not.toMatch(CANARIES);
    expect(JSON.stringify(logged)).not.toMatch(CANARIES);
    for (const address of ['/me/export', '/audit/events?limit=200', '/workspaces/current/members'])
      expect((await product.get(`/api/v1${address}`)).text).not.toMatch(CANARIES);
  };

  it('plants a person everywhere', async () => {
    anna = await join(product, product.owner, 'Canary Birdsong', 'admin');
    await signInAgain(anna);
    expect((await call(product, anna.as, 'PATCH', '/api/v1/me', { name: 'Canary Goldfinch' })).status).toBe(
      200,
    );
    const key = { name: 'canary key', scope: 'viewer' };
    const issued = await product.ask('/api/v1/api-keys', {
      method: 'POST',
      body: JSON.stringify(key),
      headers: { ...anna.there, 'content-type': 'application/json', 'idempotency-key': 'canary-once' },
    });
    expect(issued.status).toBe(201);
    const tracked = { keyword: 'paper lantern', marketplace: 'etsy', country: 'US' };
    expect((await call(product, anna.there, 'POST', '/api/v1/tracked-keywords', tracked)).status).toBe(201);
    const consent = await call(product, anna.there, 'POST', '/api/v1/me/consents', {
      purpose: 'news',
      agreed: true,
    });
    expect(consent.body).toMatchObject({ consents: { news: '2026-11' } });
    expect(await everyEvent(product.eventLog, product.sealing)).toMatch(/CanaryBrowser/);
    expect(await everyKey(product.queueConnection)).toContain(`idempotency:${product.owner.workspaceId}`);
    expect((await call(product, anna.there, 'GET', '/api/v1/keywords?query=canary%20lamp')).status).toBe(200);
    expect((await product.get('/api/v1/audit/events?limit=200')).text).toMatch(/Goldfinch/);
  });

  it('exports everything held about the person', async () => {
    const answer = await product.ask('/api/v1/me/export', { headers: anna.as });
    expect(answer.headers.get('content-disposition')).toMatch(/attachment/);
    const { account, consents, memberships, sessions, events } = JSON.parse(answer.text) as Record<
      string,
      unknown[]
    >;
    expect(account).toMatchObject({
      id: anna.id,
      email: 'canary-birdsong@example.com',
      name: 'Canary Goldfinch',
    });
    expect(consents).toMatchObject({ news: '2026-11' });
    expect(memberships).toHaveLength(2);
    expect(JSON.stringify(sessions)).toMatch(/CanaryBrowser/);
    const types = new Set((events as { type: string }[]).map(({ type }) => type));
    for (const type of ['account.Registered.v1', 'tracking.KeywordTracked.v1', 'workspace.ApiKeyIssued.v1'])
      expect(types).toContain(type);
    expect(answer.text).not.toMatch(/argon2|sealed:1:/);
  });

  it('leaves nothing of them that anybody can read', async () => {
    copy = await copyOfStore('before-erasure.db');
    expect((await erase({ as: anna.there }, anna.password)).body).toEqual({ status: 'erased' });
    await until('the projections', async () => {
      const rows = await everyRow(product);
      return !CANARIES.test(rows);
    });
    await nothingLeft();
    const kept = await everyKey(product.queueConnection);
    for (const name of [anna.id, anna.workspaceId, `idempotency:${product.owner.workspaceId}`])
      expect(kept).not.toContain(name);
    await until('the gate', async () => (await product.get('/api/v1/me', anna.as)).status === 401);
  });

  it('leaves nothing after every read model is built anew', async () => {
    await rebuildAll();
    await nothingLeft();
  }, 90_000);

  it('leaves nothing in a copy of the log from before, put back under the key ring of today', async () => {
    const store = await startEmbeddedEventStore({ file: copy, port: 0 });
    const log = connectEventLog(store.connectionString);
    try {
      const before = await everyEvent(log, product.sealing);
      expect(before).toContain(anna.id);
      expect(before).not.toMatch(CANARIES);
    } finally {
      await log.close();
      await store.close();
    }
  });

  it('keeps the audit of others whole, with an erased person in it', async () => {
    const { body } = await product.get('/api/v1/audit/events?type=tracking.&limit=200');
    expect(body.items).toContainEqual(
      expect.objectContaining({
        type: 'tracking.KeywordTracked.v1',
        actor: { id: anna.id, name: 'erased person' },
      }),
    );
  });

  it('lets nobody in with what they had', async () => {
    const { email, password, cookie } = anna;
    expect(
      (await product.post('/api/v1/auth/login', { email, password }, { authorization: '' })).status,
    ).toBe(401);
    await expect(enter(product, { ...anna, cookie }, anna.workspaceId)).rejects.toThrow(/401/);
  });
});

describe('no personal data in logs', () => {
  it('is what every line of this suite says', () => {
    const lines = JSON.stringify(product.logged);
    expect(lines.length).toBeGreaterThan(1_000);
    for (const secret of [
      '@example.com',
      '127.0.0.1',
      'Test Owner',
      'Heiress',
      'the password of',
      'dk_refresh',
      'Bearer ',
    ])
      expect(lines).not.toContain(secret);
  });
});
