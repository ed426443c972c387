import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ProjectionTables } from '../../platform/database/projection-tables.js';
import { SEARCH_HISTORY } from './search-history.projection.js';

/** Who has searches in their history from before a moment, ISO 8601. */
export class FindExpired extends Query<readonly string[]> {
  constructor(
    readonly before: string,
    /** One person alone. */
    readonly accountId?: string,
  ) {
    super();
  }
}

@QueryHandler(FindExpired)
export class FindExpiredHandler implements IQueryHandler<FindExpired> {
  constructor(private readonly tables: ProjectionTables) {}

  async execute({ before, accountId }: FindExpired): Promise<readonly string[]> {
    const found = await this.tables.read<{ id: string }>(
      SEARCH_HISTORY,
      (schema) => `select distinct account_id as id from ${schema}.searches 
                    where searched_at < $1 and ($2::text is null or account_id::text = $2)`,
      [before, accountId ?? null],
    );
    return found.map(({ id }) => id);
  }
}
