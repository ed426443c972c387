import { connectOrm } from '../following/runner/connect-orm.js';
import { migrations } from '../migrations/migrations.js';

/** Brings the database to today's tables. Safe to run again. */
export async function migrate(databaseUrl: string): Promise<void> {
  const orm = await connectOrm(databaseUrl, { migrations, poolSize: 1 });
  try {
    await orm.migrator.up();
  } finally {
    await orm.close();
  }
}
