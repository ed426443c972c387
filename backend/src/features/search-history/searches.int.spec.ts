import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Sealed } from '../../../contracts/values/sealed.js';
import { until } from '../../platform/testing/until.js';
import { DailyExpiry } from './daily-expiry.js';
import { HistoryWorld } from './testing/history-world.js';

let world: HistoryWorld;
beforeAll(async () => {
  world = await HistoryWorld.open();
}, 60_000);
afterAll(() => world?.close(), 30_000);

describe('a search history', () => {
  it('comes page by page, the newest first, with cursors of its own person alone', async () => {
    const [gerda, hugo] = [
      await world.product.signUp('History Gerda'),
      await world.product.signUp('History Hugo'),
    ];
    const all = ['one', 'two', 'three', 'four', 'five'];
    for (const query of all) await world.search(gerda, { query });
    await world.kept(gerda, 'five');
    const found: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await world.history(gerda, `?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      expect(page.items.length).toBeLessThanOrEqual(2);
      found.push(...page.items.map(({ query }) => query));
      cursor = page.nextCursor;
    }
    expect(found).toEqual(all.toReversed());
    const { nextCursor } = await world.history(gerda, '?limit=2');
    const strange = await world.product.get(
      `/api/v1/me/searches?limit=2&cursor=${String(nextCursor)}`,
      hugo.as,
    );
    expect([strange.status, strange.body.errors]).toMatchObject([400, [{ path: 'cursor' }]]);
  });

  it('is nobody else’s to see or to delete', async () => {
    const [ida, jan] = [await world.product.signUp('History Ida'), await world.product.signUp('History Jan')];
    const { id } = await world.searched(ida, 'mine alone');
    expect(await world.queries(jan)).toEqual([]);
    expect((await world.forget(jan, `/${id}`)).status).toBe(404);
    expect((await world.forget(jan)).status).toBe(200);
    expect(await world.queries(ida)).toEqual(['mine alone']);
    for (const method of ['GET', 'DELETE'])
      expect((await world.product.ask('/api/v1/me/searches', { method })).status).toBe(401);
  });

  it('forgets one search, and all of them', async () => {
    const karl = await world.product.signUp('History Karl');
    for (const query of ['one', 'two', 'three']) await world.search(karl, { query });
    await world.kept(karl, 'three');
    const { id = '' } = (await world.history(karl)).items.find(({ query }) => query === 'two') ?? {};
    const gone = await world.forget(karl, `/${id}`);
    expect([gone.status, gone.body]).toEqual([200, { position: expect.stringMatching(/^\d+$/) }]);
    expect(await world.queries(karl)).toEqual(['three', 'one']);
    expect((await world.forget(karl, `/${id}`)).status).toBe(404);
    const { body } = await world.forget(karl);
    expect(await world.history(karl, `?minPosition=${String(body['position'])}`)).toEqual({
      items: [],
      nextCursor: null,
    });
  });

  it('hides what the plan keeps no longer, and takes it out once a day', async () => {
    const lena = await world.product.signUp('History Lena');
    const sealed = (text: string): Sealed => world.product.sealing.seal(lena.id, text);
    const old = { accountId: lena.id, workspaceId: lena.workspaceId, searchId: randomUUID(), query: sealed('old'), filters: {}, resultCount: 0, match: 'similar', top: sealed('[]') } as const; // prettier-ignore
    await world.append(
      `searchHistory-${lena.id}`,
      'research.KeywordsSearched.v1',
      old,
      new Date('2019-06-01T00:00:00Z'),
    );
    await world.searched(lena, 'new');
    expect(await world.queries(lena)).toEqual(['new']);
    expect(await world.isStored(old.searchId)).toBe(true);
    const expiry = world.product.app.get(DailyExpiry);
    for (let time = 0; time < 2; time += 1) await expiry.expireOnceADay();
    await until('it is out of the rows', async () => !(await world.isStored(old.searchId)));
    const expired = (await world.product.recorded()).filter(
      ({ type }) => type === 'research.SearchesExpired.v1',
    );
    expect(expired.map(({ data }) => 'accountId' in data && data.accountId)).toEqual([lena.id]);
    expect(await world.queries(lena)).toEqual(['new']);
  });

  it('is gone with its person', async () => {
    const mia = await world.product.signUp('History Mia');
    const { id } = await world.searched(mia, 'before the end');
    await world.append(`account-${mia.id}`, 'account.Erased.v1', { accountId: mia.id });
    expect(await world.isStored(id)).toBe(false);
  });
});
