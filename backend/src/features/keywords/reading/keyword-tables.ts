import { Injectable } from '@nestjs/common';
import { FreshReads } from '../../../platform/database/fresh-reads.js';
import { ProjectionTables } from '../../../platform/database/projection-tables.js';
import { Problem } from '../../../platform/http/problem.js';
import type { KeywordItem } from '../projection/keyword-item.js';

/** Name of the projection that all questions of this slice are answered from. */
const KEYWORDS = 'keywords';

export interface KnownKeyword {
  readonly item: KeywordItem;
  /** Spread into the answer: says so where the rows are older than was asked for. */
  readonly freshness: { readonly stale?: true };
}

@Injectable()
export class KeywordTables {
  constructor(
    private readonly tables: ProjectionTables,
    private readonly fresh: FreshReads,
  ) {}

  /** See `ProjectionTables.read`. */
  read<Row>(
    sql: (schema: string) => string,
    values: readonly unknown[],
    settings: Readonly<Record<string, string>> = {},
  ): Promise<Row[]> {
    return this.tables.read<Row>(KEYWORDS, sql, values, settings);
  }

  freshness(minPosition: string | undefined): Promise<{ stale?: true }> {
    return this.fresh.waitFor(KEYWORDS, minPosition);
  }

  /**
   * The keyword as a workspace sees it: with figures of its own, where it has any.
   * @throws Problem 404 where nothing was ever recorded of it and nobody asked for it, as far as the workspace may know
   */
  async known(id: string, workspace: string, minPosition: string | undefined): Promise<KnownKeyword> {
    const freshness = await this.freshness(minPosition);
    const [row] = await this.read<{ item: string }>(
      (schema) => `select item from (
          select item, 0 as place from ${schema}.own_keyword where id = $1::uuid and workspace = $2
          union all
          select item, 1 from ${schema}.keyword where id = $1::uuid) as views
        order by place limit 1`,
      [id, workspace],
    );
    if (!row) throw new Problem('not-found', `No keyword has the id ${id}.`);
    return { item: JSON.parse(row.item) as KeywordItem, freshness };
  }
}
