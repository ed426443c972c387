import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type Options } from '@mikro-orm/postgresql';

export interface ConnectOrmOptions {
  readonly entities?: NonNullable<Options['entities']>;
  /** `backend/migrations/migrations.ts`; without them `orm.migrator.up()` has nothing to do. */
  readonly migrations?: NonNullable<NonNullable<Options['migrations']>['migrationsList']>;
  /** Most connections at once, default 10. A projector wants one for each projection and two more. */
  readonly poolSize?: number;
}

/** One ORM for one process. Does not migrate: `await orm.migrator.up()` does. */
export async function connectOrm(databaseUrl: string, options: ConnectOrmOptions = {}): Promise<MikroORM> {
  const entities = options.entities ?? [];
  return MikroORM.init({
    clientUrl: withPort(databaseUrl),
    entities,
    extensions: [Migrator],
    pool: { min: 0, max: options.poolSize ?? 10 },
    discovery: { warnWhenNoEntities: false },
    migrations: {
      migrationsList: [...(options.migrations ?? [])],
      tableName: 'mikro_orm_migrations',
      snapshot: false,
      silent: true,
      disableForeignKeys: false,
    },
    // Instants travel as ISO text with their zone, whatever the server's zone is.
    forceUtcTimezone: true,
  });
}

/** The ORM reads an absent port as 0. */
function withPort(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  if (url.port === '') url.port = '5432';
  return url.href;
}
