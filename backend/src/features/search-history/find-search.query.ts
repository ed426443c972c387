import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ProjectionTables } from '../../platform/database/projection-tables.js';
import { SEARCH_HISTORY } from './search-history.projection.js';

/** Whether somebody has such a search in their history. */
export class FindSearch extends Query<boolean> {
  constructor(
    readonly accountId: string,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(FindSearch)
export class FindSearchHandler implements IQueryHandler<FindSearch> {
  constructor(private readonly tables: ProjectionTables) {}

  async execute({ accountId, id }: FindSearch): Promise<boolean> {
    const found = await this.tables.read(
      SEARCH_HISTORY,
      (schema) => `select from ${schema}.searches where account_id = $1 and id = $2`,
      [accountId, id],
    );
    return found.length > 0;
  }
}
