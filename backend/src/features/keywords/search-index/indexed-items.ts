import type { MikroORM } from '@mikro-orm/postgresql';
import { rows } from '../../../../following/database/database.js';
import { TOKEN } from '../../../platform/database/row-follower.js';
import { SharedLook } from '../../../platform/database/shared-look.js';
import { ItemCache, sentItem, type SentItem } from './item-cache.js';

const UNDEFINED_TABLE = '42P01';

export interface ReadItems {
  /** Where the projection stood when they were read; null: the build does not answer any more. */
  readonly token: string | null;
  /** By the number of their row. */
  readonly items: ReadonlyMap<number, SentItem>;
}

/** Items of rows, from memory where they are there, and in one statement with them the place that the projection has reached. */
export class IndexedItems {
  private readonly cache = new ItemCache();
  /** Counts beginnings of changes: what was asked before one may be old when it comes. */
  private changes = 0;
  private changing = false;

  /** By build, where the projection stands: asked once for all lists that need nothing else. */
  private readonly looks = new Map<string, SharedLook<string | null | undefined>>();

  constructor(private readonly orm: MikroORM) {}

  /** Undefined where the build was dropped. @param idOf the id of a row */
  async read(
    schema: string,
    wanted: readonly number[],
    idOf: (row: number) => string,
  ): Promise<ReadItems | undefined> {
    const items = new Map<number, SentItem>();
    const missing = new Map<string, number>();
    for (const row of wanted) {
      const known = this.cache.get(row);
      if (known) items.set(row, known);
      else missing.set(idOf(row), row);
    }
    if (missing.size === 0) {
      const token = await this.tokenOf(schema);
      return token === undefined ? undefined : { token, items };
    }
    const changes = this.changing ? -1 : this.changes;
    const read = await this.ask(schema, [...missing.keys()]);
    if (!read) return undefined;
    let token: string | null = null;
    for (const { id, item } of read) {
      if (id === null) {
        token = item;
        continue;
      }
      const row = missing.get(id);
      if (row === undefined) continue;
      const sent = sentItem(item ?? '');
      items.set(row, sent);
      if (changes === this.changes) this.cache.offer(row, sent);
    }
    return { token, items };
  }

  /** Drops what `change` says has changed. What is read meanwhile is not kept: nobody knows on which side of the change it was. */
  async whileChanging(change: (drop: (row: number) => void) => Promise<void>): Promise<void> {
    this.changes += 1;
    this.changing = true;
    try {
      await change((row) => this.cache.drop(row));
    } finally {
      this.changing = false;
    }
  }

  clear(): void {
    this.looks.clear();
    this.changes += 1;
    this.cache.clear();
  }

  private tokenOf(schema: string): Promise<string | null | undefined> {
    let look = this.looks.get(schema);
    if (!look) {
      look = new SharedLook(async () => {
        const read = await this.ask(schema, []);
        return read && (read[0]?.item ?? null);
      });
      this.looks.set(schema, look);
    }
    return look.answer();
  }

  private async ask(schema: string, ids: readonly string[]) {
    const token = `select null::uuid as id, ${TOKEN(schema, 'keyword')} as item`;
    const items = `union all select id, item from "${schema}".keyword where id = any($1::uuid[])`;
    try {
      return await rows<{ id: string | null; item: string | null }>(
        this.orm,
        ids.length === 0 ? token : `${token} ${items}`,
        ids.length === 0 ? [] : [ids],
      );
    } catch (error) {
      if (error instanceof Error && Reflect.get(error, 'code') === UNDEFINED_TABLE) return undefined;
      throw error;
    }
  }
}
