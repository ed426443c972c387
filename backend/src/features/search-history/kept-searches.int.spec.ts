import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { newApiKey } from '../../platform/security/api-key-text.js';
import { until } from '../../platform/testing/until.js';
import { HistoryWorld } from './testing/history-world.js';
import { WaitingSearches } from './waiting-searches.js';

let world: HistoryWorld;
beforeAll(async () => {
  world = await HistoryWorld.open();
  await world.post('history planner', 100);
}, 60_000);
afterAll(() => world?.close(), 30_000);

describe('a search of a signed-in person', () => {
  it('is kept with its filters and what came back in short, and nobody reads it in the log', async () => {
    const anna = await world.product.signUp('History Anna');
    await world.search(world.product.owner, {
      query: 'History plan',
      marketplace: 'etsy',
      country: 'US',
      minVolume: '50',
      sort: '-opportunity',
    });
    expect(await world.kept(world.product.owner, 'History plan')).toEqual({
      id: expect.any(String),
      query: 'History plan',
      filters: { marketplace: 'etsy', country: 'US', minVolume: 50, sort: '-opportunity' },
      searchedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      resultCount: 1,
      match: 'substring',
      top: [{ keyword: 'history planner', demand: { value: 100, relation: 'eq', kind: 'reported' } }],
      workspaceId: world.product.owner.workspaceId,
      again: '/api/v1/keywords?query=History+plan&marketplace=etsy&country=US&minVolume=50&sort=-opportunity',
      then: expect.stringContaining('&sort=-opportunity&asOf='),
    });
    await world.searched(anna, 'a canary of anna');
    const log = JSON.stringify(
      (await world.product.recorded()).map(({ data, metadata }) => [data, metadata]),
    );
    expect(log).not.toContain('canary of anna');
    expect(log).not.toContain('History plan');
  });

  it('can be run again, and asked for what it said then', async () => {
    await world.post('history then', 100);
    const { again, then } = await world.searched(world.product.owner, 'history then');
    await world.post('history then', 900);
    const volume = async (address: string) => {
      const { items } = (await world.product.get(address)).body as unknown as {
        items: { metrics: Record<string, { value: number }> }[];
      };
      return items.map(({ metrics }) => metrics['searchVolume']?.value);
    };
    expect([await volume(then), await volume(again)]).toEqual([[100], [900]]);
  });

  it('about a past moment keeps that moment', async () => {
    const asOf = '2026-01-01T00:00:00.000Z';
    await world.search(world.product.owner, { query: 'history of the past', asOf });
    const found = await world.kept(world.product.owner, 'history of the past');
    expect(found).toMatchObject({ asOf, resultCount: 0, top: [] });
    expect(found.then).toBe(found.again);
  });

  it('typed letter by letter is one, also when a part of it was written already', async () => {
    const berta = await world.product.signUp('History Berta');
    for (const query of ['w', 'we', 'wed', 'wedd']) await world.search(berta, { query });
    const early = await world.kept(berta, 'wedd');
    await world.search(berta, { query: 'wedding' });
    expect((await world.kept(berta, 'wedding')).id).toBe(early.id);
    expect(await world.queries(berta)).toEqual(['wedding']);
  });

  it('is not kept for further pages, for nothing typed, for looking again, nor where it was bad input', async () => {
    const carl = await world.product.signUp('History Carl');
    const get = (address: string) => world.product.get(`/api/v1/keywords?${address}`, carl.as);
    await world.post('history page one', 1);
    await world.post('history page two', 2);
    const first = await get('query=history+page&limit=1');
    await world.kept(carl, 'history page');
    const addresses = ['', 'query=', 'query=+%20', 'query=x&minPosition=1', 'query=x&sort=y'];
    for (const address of [
      ...addresses,
      `query=history+page&limit=1&cursor=${String(first.body['nextCursor'])}`,
    ])
      await get(address);
    await world.product.ask('/api/v1/keywords?query=head', { method: 'HEAD', headers: carl.as });
    await world.searched(carl, 'the last');
    expect(await world.queries(carl)).toEqual(['the last', 'history page']);
  });

  it('with an API key leaves none', async () => {
    const dora = await world.product.signUp('History Dora');
    const keyId = randomUUID();
    const { text, secretHash } = newApiKey(keyId);
    const { id: accountId, workspaceId } = dora;
    const name = world.product.sealing.seal(workspaceId, 'a script');
    await world.append(`apiKey-${keyId}`, 'workspace.ApiKeyIssued.v1', {
      workspaceId,
      keyId,
      accountId,
      name,
      secretHash,
      scope: 'viewer',
      expiresAt: null,
    });
    const script = { as: { authorization: `Bearer ${text}` } };
    await until(
      'the key to open',
      async () => (await world.product.get('/api/v1/keywords?limit=1', script.as)).status === 200,
    );
    await world.search(script, { query: 'by a script' });
    await world.searched(dora, 'by hand');
    expect(await world.queries(dora)).toEqual(['by hand']);
    expect((await world.product.get('/api/v1/me/searches', script.as)).status).toBe(403);
  });

  it('is not kept for who withdrew the consent, and is again after they gave it anew', async () => {
    const emma = await world.product.signUp('History Emma');
    const consent = { accountId: emma.id, purpose: 'search-history' } as const;
    await world.append(`account-${emma.id}`, 'account.ConsentWithdrawn.v1', consent);
    await world.search(emma, { query: 'not to be kept' });
    await world.searched(world.product.owner, 'somebody else’s, later');
    expect(await world.searchesInLog(emma)).toEqual([]);
    await world.append(`account-${emma.id}`, 'account.ConsentGiven.v1', { ...consent, textVersion: '1' });
    await world.searched(emma, 'to be kept');
    expect(await world.queries(emma)).toEqual(['to be kept']);
  });

  it('is written at shutdown, if it waits', async () => {
    const fritz = await world.product.signUp('History Fritz');
    await world.search(fritz, { query: 'just now' });
    await until('it was written', async () => {
      await world.product.app.get(WaitingSearches).beforeApplicationShutdown();
      return (await world.searchesInLog(fritz)).length === 1;
    });
  });
});
