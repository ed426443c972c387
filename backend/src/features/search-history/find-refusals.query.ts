import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ProjectionTables } from '../../platform/database/projection-tables.js';
import { SEARCH_HISTORY } from './search-history.projection.js';

/**
 * Who of these does not want their searches kept. They are kept for everybody who did not withdraw the consent `search-history`: the
 * account's default, which its settings show. The read model drops what is written before it has heard of a withdrawal.
 */
export class FindRefusals extends Query<ReadonlySet<string>> {
  constructor(readonly accountIds: readonly string[]) {
    super();
  }
}

@QueryHandler(FindRefusals)
export class FindRefusalsHandler implements IQueryHandler<FindRefusals> {
  constructor(private readonly tables: ProjectionTables) {}

  async execute({ accountIds }: FindRefusals): Promise<ReadonlySet<string>> {
    const found = await this.tables.read<{ id: string }>(
      SEARCH_HISTORY,
      (schema) => `select account_id as id from ${schema}.refusals where account_id = any($1::uuid[])`,
      [accountIds],
    );
    return new Set(found.map(({ id }) => id));
  }
}
