import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  startTestProduct,
  type SignedInPerson,
  type TestProduct,
} from '../../platform/testing/test-product.js';
import { until } from '../../platform/testing/until.js';
import { prove } from '../../platform/testing/prove.js';
import { call, enter, INVITATIONS, join, MEMBERS, type As } from './testing/team.js';

const WORKSPACES = '/api/v1/workspaces';
const API_KEYS = '/api/v1/api-keys';
const TRACKED = '/api/v1/tracked-keywords';
const NOBODY = '00000000-0000-4000-8000-000000000000';
const problem = (kind: string) => `urn:digitallz-keywords:problem:${kind}`;

let product: TestProduct;
let owner: SignedInPerson;
beforeAll(async () => {
  product = await startTestProduct();
  owner = product.owner;
  await prove(product, owner);
}, 60_000);
afterAll(() => product?.close(), 30_000);

const ids = async (as: As, path: string) =>
  (await product.get(path, { ...as })).body.items?.map(({ id }) => id);

describe('a workspace', () => {
  it('is made beside the first, owned by who makes it, and renamed', async () => {
    const anna = await product.signUp('Anna');
    const made = await call(product, anna.as, 'POST', WORKSPACES, { name: '  Agency “Été” ' });
    expect(made.status).toBe(201);
    const id = String(made.body['id']);
    expect(await ids(anna.as, WORKSPACES)).toEqual([anna.workspaceId, id]);
    const there = await enter(product, anna, id);
    const renamed = await call(product, there, 'PATCH', `${WORKSPACES}/current`, { name: 'Studio' });
    expect([renamed.status, renamed.body]).toEqual([200, { position: expect.stringMatching(/^\d+$/) }]);
    expect((await product.get(WORKSPACES, { ...there })).body.items).toMatchObject([
      { id: anna.workspaceId, name: 'Anna', isCurrent: false },
      { id, name: 'Studio', role: 'owner', isCurrent: true },
    ]);
    const events = JSON.stringify((await product.recorded()).map(({ data }) => data));
    for (const name of ['Agency', 'Studio']) expect(events).not.toContain(name);
  });

  it('is listed page by page', async () => {
    const bill = await product.signUp('Bill');
    for (const name of ['Two', 'Three']) await call(product, bill.as, 'POST', WORKSPACES, { name });
    const names: unknown[] = [];
    for (let cursor = ''; ;) {
      const { body } = await product.get(`${WORKSPACES}?limit=1${cursor}`, bill.as);
      names.push(...(body.items ?? []).map(({ name }) => name));
      if (typeof body['nextCursor'] !== 'string') break;
      cursor = `&cursor=${body['nextCursor']}`;
    }
    expect(names).toEqual(['Bill', 'Two', 'Three']);
  });

  it.each(['', ' ', 'x'.repeat(101), 'two\r\nBcc: lines'])('is not called %j', async (name) => {
    const refused = await product.post(WORKSPACES, { name });
    expect([refused.status, refused.body.errors?.[0]?.path]).toEqual([400, 'name']);
  });
});

describe('roles', () => {
  it('refuse every write to a role one step too low, before its body is read', async () => {
    const [analyst, viewer] = [
      await join(product, owner, 'Ana Lyst', 'analyst'),
      await join(product, owner, 'Vie Wer', 'viewer'),
    ];
    const writes: [As, string, string][] = [
      [analyst.there, 'PATCH', `${WORKSPACES}/current`],
      [analyst.there, 'PATCH', `${MEMBERS}/${viewer.id}`],
      [analyst.there, 'POST', INVITATIONS],
      [analyst.there, 'GET', INVITATIONS],
      [analyst.there, 'DELETE', `${INVITATIONS}/${NOBODY}`],
      [analyst.there, 'POST', API_KEYS],
      [analyst.there, 'GET', API_KEYS],
      [analyst.there, 'DELETE', `${API_KEYS}/${NOBODY}`],
      [analyst.there, 'DELETE', `${MEMBERS}/${viewer.id}`],
      [viewer.there, 'POST', TRACKED],
      [viewer.there, 'DELETE', `${TRACKED}/${NOBODY}`],
      [viewer.there, 'POST', '/api/v1/observations'],
      [viewer.there, 'POST', '/api/v1/crawls'],
    ];
    for (const [as, method, path] of writes) {
      const { status, body } = await call(
        product,
        as,
        method,
        path,
        /POST|PATCH/.test(method) ? '{' : undefined,
      );
      expect([method, path, status, body['type']]).toEqual([method, path, 403, problem('not-allowed')]);
    }
  });

  it('are changed by who has none below, up to their own', async () => {
    const [admin, other] = [
      await join(product, owner, 'Ad Min', 'admin'),
      await join(product, owner, 'Ot Her', 'viewer'),
    ];
    const change = (as: As, id: string, role: string) =>
      call(product, as, 'PATCH', `${MEMBERS}/${id}`, { role });
    expect((await change(admin.there, other.id, 'admin')).status).toBe(200);
    expect((await product.get(MEMBERS)).body.items).toContainEqual(
      expect.objectContaining({ id: other.id, role: 'admin' }),
    );
    expect((await change(admin.there, other.id, 'owner')).status).toBe(403);
    expect((await change(admin.there, owner.id, 'viewer')).status).toBe(403);
    expect((await call(product, admin.there, 'DELETE', `${MEMBERS}/${owner.id}`)).status).toBe(403);
    expect((await change(admin.there, NOBODY, 'viewer')).status).toBe(404);
    expect((await change(admin.there, other.id, 'king')).status).toBe(400);
    expect((await change(owner.as, other.id, 'viewer')).status).toBe(200);
  });

  it('leave a workspace its last owner: they cannot leave, nor be less, until there is another', async () => {
    const cleo = await product.signUp('Cleo');
    await prove(product, cleo);
    const leave = () => call(product, cleo.as, 'DELETE', `${MEMBERS}/${cleo.id}`);
    const step = () => call(product, cleo.as, 'PATCH', `${MEMBERS}/${cleo.id}`, { role: 'admin' });
    for (const attempt of [leave, step]) {
      const refused = await attempt();
      expect([refused.status, refused.body['type']]).toEqual([409, problem('not-possible-now')]);
      expect(refused.body['detail']).toMatch(/last owner/);
    }
    const heir = await join(product, cleo, 'Heir', 'owner');
    expect((await leave()).status).toBe(200);
    expect(await ids(heir.there, MEMBERS)).toEqual([heir.id]);
  });
});

describe('a member', () => {
  it('who was removed loses access within 2 s', async () => {
    const rita = await join(product, owner, 'Rita', 'admin');
    const asked = [TRACKED, MEMBERS, API_KEYS, '/api/v1/keywords'];
    for (const path of asked) expect((await product.get(path, { ...rita.there })).status).toBe(200);
    expect((await product.delete(`${MEMBERS}/${rita.id}`)).status).toBe(200);
    await until(
      'the door to shut',
      async () => (await product.get(TRACKED, { ...rita.there })).status === 403,
      2_000,
    );
    for (const path of asked)
      expect([path, (await product.get(path, { ...rita.there })).status]).toEqual([path, 403]);
    expect(await ids(rita.as, WORKSPACES)).toEqual([rita.workspaceId]);
  });

  it('leaves by themselves, whatever their role', async () => {
    const leo = await join(product, owner, 'Leo', 'viewer');
    expect((await call(product, leo.there, 'DELETE', `${MEMBERS}/${leo.id}`)).status).toBe(200);
    expect(await ids(owner.as, MEMBERS)).not.toContain(leo.id);
  });

  it('of one workspace sees nothing of another: tracked keywords, keys, members, invitations', async () => {
    const zoe = await product.signUp('Zoe');
    const tracked = await product.post(TRACKED, {
      keyword: 'secret plan',
      marketplace: 'etsy',
      country: 'US',
    });
    const key = await product.post(API_KEYS, { name: 'Export', scope: 'viewer' });
    const invited = await product.post(INVITATIONS, { email: 'guest@example.com', role: 'viewer' });
    expect([tracked.status, key.status, invited.status]).toEqual([201, 201, 201]);
    expect(await ids(zoe.as, MEMBERS)).toEqual([zoe.id]);
    for (const list of [TRACKED, API_KEYS, INVITATIONS])
      expect([list, await ids(zoe.as, list)]).toEqual([list, []]);
    for (const [method, list, id] of [
      ['DELETE', TRACKED, tracked.body['id']],
      ['DELETE', API_KEYS, key.body['id']],
      ['DELETE', INVITATIONS, invited.body['id']],
      ['DELETE', MEMBERS, owner.id],
      ['PATCH', MEMBERS, owner.id],
    ] as const) {
      const body = method === 'PATCH' ? { role: 'viewer' } : undefined;
      const theirs = await call(product, zoe.as, method, `${list}/${String(id)}`, body);
      const noOnes = await call(product, zoe.as, method, `${list}/${NOBODY}`, body);
      expect([list, theirs.status, theirs.body['detail']]).toEqual([list, 404, noOnes.body['detail']]);
    }
    expect(await ids(owner.as, API_KEYS)).toContain(key.body['id']);
    await expect(enter(product, zoe, owner.workspaceId)).rejects.toThrow(/not-allowed/);
  });
});
