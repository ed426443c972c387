import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newApiKey } from '../../platform/security/api-key-text.js';
import {
  startTestProduct,
  type SignedInPerson,
  type TestProduct,
} from '../../platform/testing/test-product.js';
import { until } from '../../platform/testing/until.js';
import { prove } from '../../platform/testing/prove.js';
import { call, INVITATIONS, invitationFor, join, MEMBERS, type As } from '../workspaces/testing/team.js';
import { apiKeyStream } from './api-key.decider.js';

const API_KEYS = '/api/v1/api-keys';
const TRACKED = '/api/v1/tracked-keywords';
const WANTED = { keyword: 'garden planner', marketplace: 'etsy', country: 'US' };

let product: TestProduct;
let owner: SignedInPerson;
beforeAll(async () => {
  product = await startTestProduct();
  owner = product.owner;
  await prove(product, owner);
}, 60_000);
afterAll(() => product?.close(), 30_000);

const bearer = (key: unknown): As => ({ authorization: `Bearer ${String(key)}` });
async function issue(body: object, as: As = owner.as): Promise<{ id: string; key: string; as: As }> {
  const answer = await call(product, as, 'POST', API_KEYS, body);
  expect([answer.status, answer.text]).toEqual([201, expect.stringContaining('"key":"dk_')]);
  const { id, key } = answer.body as unknown as { id: string; key: string };
  return { id, key, as: bearer(key) };
}
const listed = async (id: string) =>
  (await product.get(API_KEYS)).body.items?.find((key) => key['id'] === id);
const statusFor = async (as: As, path = TRACKED) => (await product.get(path, { ...as })).status;

describe('an API key', () => {
  it('opens what its scope opens, as a Bearer, and says when it was used last', async () => {
    const answer = await product.post(API_KEYS, { name: 'Nightly', scope: 'analyst', expiresInDays: 30 });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([201, 'no-store']);
    expect(answer.body).toMatchObject({
      name: 'Nightly',
      scope: 'analyst',
      position: expect.stringMatching(/^\d+$/),
    });
    const id = String(answer.body['id']);
    const lifeMs = Date.parse(String(answer.body['expiresAt'])) - Date.parse(String(answer.body['issuedAt']));
    expect(lifeMs).toBe(30 * 24 * 3_600_000);
    expect(await listed(id)).toMatchObject({
      name: 'Nightly',
      scope: 'analyst',
      issuedBy: owner.id,
      lastUsedAt: null,
    });
    const tracked = await call(product, bearer(answer.body['key']), 'POST', TRACKED, WANTED);
    expect(tracked.status).toBe(201);
    expect((await product.get(TRACKED)).body.items?.map((item) => item['id'])).toContain(tracked.body['id']);
    const usedAt = await until('the use to be told', async () => (await listed(id))?.['lastUsedAt']);
    expect(Math.abs(Date.now() - Date.parse(String(usedAt)))).toBeLessThan(60_000);
    const event = (await product.recorded()).find(({ type }) => type === 'tracking.KeywordTracked.v1');
    expect(event?.metadata).toMatchObject({ actor: `api-key-${id}`, workspace: owner.workspaceId });
  });

  it('is never shown again, and is in no log, nor is its name in the events', async () => {
    const { id, key } = await issue({ name: 'Canary name', scope: 'viewer' });
    const secret = key.split('_').slice(2).join('_');
    const list = await product.get(API_KEYS);
    expect(list.text).toContain(id);
    const events = JSON.stringify((await product.recorded()).map(({ data, metadata }) => [data, metadata]));
    for (const text of [list.text, events, JSON.stringify(product.logged)])
      expect(text).not.toContain(secret);
    expect(events).not.toContain('Canary name');
  });

  it('does less than its scope is for: a viewer’s writes nothing', async () => {
    const { as } = await issue({ name: 'Reader', scope: 'viewer' });
    expect(await statusFor(as)).toBe(200);
    expect((await call(product, as, 'POST', TRACKED, WANTED)).status).toBe(403);
  });

  it('of an owner makes no keys, invites nobody, and is nobody where persons are asked for', async () => {
    const { as, id } = await issue({ name: 'Mighty', scope: 'owner' });
    expect(await statusFor(as, MEMBERS)).toBe(200);
    for (const [method, path, body] of [
      ['POST', API_KEYS, { name: 'More', scope: 'viewer' }],
      ['DELETE', `${API_KEYS}/${id}`, undefined],
      ['POST', INVITATIONS, { email: 'x@example.com', role: 'viewer' }],
      ['PATCH', `${MEMBERS}/${owner.id}`, { role: 'viewer' }],
      ['DELETE', `${MEMBERS}/${owner.id}`, undefined],
      ['PATCH', '/api/v1/workspaces/current', { name: 'Mine' }],
      ['POST', '/api/v1/workspaces', { name: 'Mine' }],
      ['GET', '/api/v1/me', undefined],
      ['GET', '/api/v1/projections', undefined],
    ] as const)
      expect([path, (await call(product, as, method, path, body)).status]).toEqual([path, 403]);
  });

  it('is refused within 2 s of being revoked, and can be revoked by its workspace alone', async () => {
    const { as, id } = await issue({ name: 'Short', scope: 'viewer' });
    expect(await statusFor(as)).toBe(200);
    const stranger = await product.signUp('Stranger');
    expect((await call(product, stranger.as, 'DELETE', `${API_KEYS}/${id}`)).status).toBe(404);
    expect((await product.delete(`${API_KEYS}/${id}`)).status).toBe(200);
    await until('the door to shut', async () => (await statusFor(as)) === 401, 2_000);
    expect(await listed(id)).toBeUndefined();
    expect((await product.delete(`${API_KEYS}/${id}`)).status).toBe(404);
  });

  it('is refused once it has expired, and with another secret', async () => {
    const keyId = randomUUID();
    const { text, secretHash } = newApiKey(keyId);
    const occurredAt = new Date(Date.now() - 60_000).toISOString();
    const { position } = await product.eventLog.append(apiKeyStream(keyId), 'no-stream', [
      {
        id: randomUUID(),
        type: 'workspace.ApiKeyIssued.v1',
        data: {
          workspaceId: owner.workspaceId,
          keyId,
          accountId: owner.id,
          name: product.sealing.seal(owner.id, 'Old'),
          secretHash,
          scope: 'viewer',
          expiresAt: new Date(Date.now() - 1_000).toISOString(),
        },
        metadata: {
          correlationId: 'test',
          causationId: 'test',
          occurredAt,
          actor: owner.id,
          producer: 'test/1',
        },
      },
    ]);
    const list = await product.get(`${API_KEYS}?minPosition=${String(position)}`);
    expect(list.body.items?.map(({ id }) => id)).toContain(keyId);
    expect(await statusFor(bearer(text))).toBe(401);
    const { key } = await issue({ name: 'Good', scope: 'viewer' });
    expect(await statusFor(bearer(`${key.slice(0, -4)}AAAA`))).toBe(401);
    expect(await statusFor(bearer(newApiKey(randomUUID()).text))).toBe(401);
  });

  it('never does more than its issuer may at that moment', async () => {
    const amy = await join(product, owner, 'Amy', 'admin');
    const above = await call(product, amy.there, 'POST', API_KEYS, { name: 'Above', scope: 'owner' });
    expect([above.status, above.body['detail']]).toEqual([
      403,
      expect.stringMatching(/^scope: owner is above/),
    ]);
    const { as } = await issue({ name: 'Of Amy', scope: 'admin' }, amy.there);
    expect(await statusFor(as, API_KEYS)).toBe(200);
    const role = await call(product, owner.as, 'PATCH', `${MEMBERS}/${amy.id}`, { role: 'viewer' });
    expect(role.status).toBe(200);
    await until('the key to be bound', async () => (await statusFor(as, API_KEYS)) === 403, 2_000);
    expect(await statusFor(as)).toBe(200);
  });

  it('goes with its issuer, and does not come back with them', async () => {
    const ada = await join(product, owner, 'Ada', 'admin');
    const { as, id } = await issue({ name: 'Of Ada', scope: 'viewer' }, ada.there);
    expect(await statusFor(as)).toBe(200);
    expect((await product.delete(`${MEMBERS}/${ada.id}`)).status).toBe(200);
    await until('the door to shut', async () => (await statusFor(as)) !== 200, 2_000);
    await until('the key to be gone', async () => (await listed(id)) === undefined);
    const invited = await product.post(INVITATIONS, { email: ada.email, role: 'admin' });
    expect(invited.status).toBe(201);
    const token = await invitationFor(product, ada.email, 2);
    const accepted = await call(product, ada.as, 'POST', '/api/v1/auth/accept-invitation', { token });
    expect(accepted.status).toBe(200);
    await until('the role to be known', async () => (await statusFor(ada.there)) === 200);
    expect(await statusFor(as)).toBe(401);
  });

  it('made twice with one Idempotency-Key is one key, and Redis cannot read it', async () => {
    const body = { name: 'Once', scope: 'viewer' };
    const once = { 'idempotency-key': 'make-it-once' };
    const [first, again] = [
      await product.post(API_KEYS, body, once),
      await product.post(API_KEYS, body, once),
    ];
    expect([again.status, again.body]).toEqual([201, first.body]);
    const kept = await Promise.all(
      (await product.queueConnection.keys('idempotency:*')).map((name) => product.queueConnection.get(name)),
    );
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.join()).not.toContain('dk_');
  });

  it.each([
    ['scope', { name: 'x', scope: 'king' }],
    ['name', { name: '', scope: 'viewer' }],
    ['expiresInDays', { name: 'x', scope: 'viewer', expiresInDays: 0 }],
    ['expiresInDays', { name: 'x', scope: 'viewer', expiresInDays: 1.5 }],
    ['workspaceId', { name: 'x', scope: 'viewer', workspaceId: randomUUID() }],
  ])('is not made with a wrong %s', async (path, body) => {
    const refused = await product.post(API_KEYS, body);
    expect([refused.status, refused.body.errors?.[0]?.path]).toEqual([400, path]);
  });
});
