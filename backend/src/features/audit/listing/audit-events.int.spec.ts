import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  startTestProduct,
  type SignedInPerson,
  type TestProduct,
} from '../../../platform/testing/test-product.js';
import { until } from '../../../platform/testing/until.js';
import { prove } from '../../../platform/testing/prove.js';
import { call, join, MEMBERS } from '../../workspaces/testing/team.js';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
}, 60_000);
afterAll(() => product?.close(), 30_000);

const tracked = (keyword: string) => ({ keyword, marketplace: 'etsy', country: 'US' });
const auditOf = async (as: SignedInPerson['as'], filter = '') =>
  (await call(product, as, 'GET', `/api/v1/audit/events?limit=200${filter}`)).text;

describe('the audit', () => {
  it('shows a workspace its own events and those of its members, and no others', async () => {
    const [left, right] = [await product.signUp('Left Side'), await product.signUp('Right Side')];
    const tracked = { keyword: 'left lamp', marketplace: 'etsy', country: 'US' };
    await call(product, left.as, 'POST', '/api/v1/tracked-keywords', tracked);
    const seen = await until('the index', async () => {
      const { text } = await product.get('/api/v1/audit/events?limit=200', left.as);
      return text.includes('left lamp') && text;
    });
    expect(seen).toContain('127.0.0.1');
    expect(seen).not.toContain(right.id);
    const others = await product.get('/api/v1/audit/events?limit=200', right.as);
    expect(others.text).not.toContain(left.id);
  });

  it('pages, filters and refuses what is no filter', async () => {
    const all = await product.get('/api/v1/audit/events?limit=200&type=account.');
    const first = await product.get('/api/v1/audit/events?limit=1&type=account.');
    const second = await product.get(
      `/api/v1/audit/events?limit=1&type=account.&cursor=${String(first.body['nextCursor'])}`,
    );
    const ids = [first, second].map(({ body }) => body.items?.[0]?.['id']);
    expect(ids).toEqual(all.body.items?.slice(0, 2).map(({ id }) => id));
    for (const wrong of ['from=yesterday', 'type=;', 'colour=red'])
      expect((await product.get(`/api/v1/audit/events?${wrong}`)).status).toBe(400);
  });

  it('is for admins, and shows a member’s own account from joining to leaving only', async () => {
    const boss = await product.signUp('Boss');
    await prove(product, boss);
    const before = await product.signUp('Before Joining');
    const member = await join(product, boss, 'Team Member', 'analyst');
    expect((await call(product, member.there, 'GET', '/api/v1/audit/events')).status).toBe(403);
    const rename = (name: string) => call(product, member.as, 'PATCH', '/api/v1/me', { name });
    await rename('Named While There');
    await until('the index', async () => (await auditOf(boss.as)).includes('Named While There'));
    expect((await call(product, boss.as, 'DELETE', `${MEMBERS}/${member.id}`)).status).toBe(200);
    await rename('Named After Leaving');
    await until('the index', async () => (await auditOf(member.as)).includes('Named After Leaving'));
    const seen = JSON.parse(await auditOf(boss.as)) as { items: { type: string; data: { name?: string } }[] };
    const names = seen.items
      .filter(({ type }) => type === 'account.NameChanged.v1')
      .map(({ data }) => data.name);
    expect(names).toEqual(['Named While There']);
    expect(JSON.stringify(seen)).not.toContain(before.id);
  });

  it('gives operators all, with the texts of other workspaces closed', async () => {
    const other = await product.signUp('Other Side');
    await call(product, other.as, 'POST', '/api/v1/tracked-keywords', tracked('other lamp'));
    const filter = `&actor=${other.id}`;
    const seen = await until('the index', async () => {
      const text = await auditOf(product.owner.as, filter);
      return text.includes('other lamp') && text;
    });
    expect(seen).toContain('not shown');
    expect(seen).not.toContain('127.0.0.1');
    expect(seen).not.toMatch(/sealed:1:|argon2/);
  });
});
