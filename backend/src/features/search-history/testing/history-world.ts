import { randomUUID } from 'node:crypto';
import type { DataOf, EventType } from '../../../../contracts/events/catalogue.js';
import type { AnyNewEvent, AnyRecordedEvent } from '../../../../event-log/event-log.js';
import { FreshReads } from '../../../platform/database/fresh-reads.js';
import { ProjectionTables } from '../../../platform/database/projection-tables.js';
import {
  startTestProduct,
  type Answer,
  type SignedInPerson,
  type TestProduct,
} from '../../../platform/testing/test-product.js';
import { until } from '../../../platform/testing/until.js';
import { SEARCH_HISTORY } from '../search-history.projection.js';
import type { Search, SearchPage } from '../searches.dto.js';

/** The product, with people who search. */
export class HistoryWorld {
  private constructor(readonly product: TestProduct) {}

  static async open(): Promise<HistoryWorld> {
    return new HistoryWorld(await startTestProduct());
  }

  /** Somebody says how often a keyword is searched for; answers once the list knows. */
  async post(keyword: string, volume: number): Promise<void> {
    const metrics = { searchVolume: { value: volume, relation: 'eq', kind: 'reported' } };
    const about = { keyword, marketplace: 'etsy', country: 'US', source: 'a tool' };
    const observations = [{ ...about, observedAt: new Date().toISOString(), metrics }];
    const { body } = await this.product.post('/api/v1/observations', { observations });
    const minPosition = String(body['position']);
    const address = `/api/v1/keywords?${new URLSearchParams({ query: keyword, minPosition }).toString()}`;
    await until('the list to know', async () => {
      const { items } = (await this.product.get(address)).body;
      return JSON.stringify(items).includes(`"value":${volume}`);
    });
  }

  async search(
    { as }: Pick<SignedInPerson, 'as'>,
    parameters: Readonly<Record<string, string>>,
  ): Promise<void> {
    const address = `/api/v1/keywords?${new URLSearchParams(parameters).toString()}`;
    const { status, text } = await this.product.get(address, as);
    if (status !== 200) throw new Error(`searching was answered ${text}`);
  }

  async history({ as }: SignedInPerson, parameters = ''): Promise<SearchPage> {
    const { status, text, body } = await this.product.get(`/api/v1/me/searches${parameters}`, as);
    if (status !== 200) throw new Error(`the history was answered ${text}`);
    return body as unknown as SearchPage;
  }

  async queries(person: SignedInPerson): Promise<string[]> {
    return (await this.history(person)).items.map(({ query }) => query);
  }

  /** The newest search of a person, once it is this one. */
  kept(person: SignedInPerson, query: string): Promise<Search> {
    return until(`“${query}” in the history`, async () => {
      const [newest] = (await this.history(person)).items;
      return newest?.query === query && newest;
    });
  }

  /** Searches, and waits until it is in the history. */
  async searched(person: SignedInPerson, query: string): Promise<Search> {
    await this.search(person, { query });
    return this.kept(person, query);
  }

  forget({ as }: SignedInPerson, path = ''): Promise<Answer> {
    return this.product.ask(`/api/v1/me/searches${path}`, { method: 'DELETE', headers: as });
  }

  /** Whether the read model has it, shown or not. */
  async isStored(searchId: string): Promise<boolean> {
    const sql = (schema: string) => `select from ${schema}.searches where id = $1`;
    return (await this.product.app.get(ProjectionTables).read(SEARCH_HISTORY, sql, [searchId])).length === 1;
  }

  /** What stands in the log of somebody's searches. */
  async searchesInLog({ id }: SignedInPerson): Promise<AnyRecordedEvent[]> {
    const all = await this.product.recorded();
    return all.filter(
      ({ type, data }) =>
        type === 'research.KeywordsSearched.v1' && 'accountId' in data && data.accountId === id,
    );
  }

  /** Writes an event, and waits until the history has heard of it. */
  async append<T extends EventType>(
    stream: string,
    type: T,
    data: DataOf<T>,
    at = new Date(),
  ): Promise<void> {
    const [actor, occurredAt] = ['test', at.toISOString()];
    const metadata = { correlationId: 'test', causationId: 'test', occurredAt, actor, producer: 'test/1' };
    const event = { id: randomUUID(), type, data, metadata } as AnyNewEvent;
    const { position } = await this.product.eventLog.append(stream, 'any', [event]);
    await this.product.app.get(FreshReads).isAt(SEARCH_HISTORY, position, 10_000);
  }

  close(): Promise<void> {
    return this.product.close();
  }
}
