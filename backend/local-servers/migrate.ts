import { setTimeout as pause } from 'node:timers/promises';
import { connectOrm } from '../following/database/connect-orm.js';
import { isPassing } from '../following/database/database.js';
import { migrations } from '../migrations/migrations.js';

const TRIES = 20;
const PAUSE_MS = 500;

/** Brings the database to today's tables. Safe to run again; a server that is being started again is waited for. */
export async function migrate(databaseUrl: string): Promise<void> {
  const orm = await connectOrm(databaseUrl, { migrations, poolSize: 1 });
  try {
    for (let tries = 1; ; tries += 1) {
      try {
        return void (await orm.migrator.up());
      } catch (error) {
        if (!isPassing(causeOf(error)) || tries === TRIES) throw error;
        await pause(PAUSE_MS);
      }
    }
  } finally {
    await orm.close();
  }
}

/** The ORM wraps what the driver said. */
const causeOf = (error: unknown): unknown =>
  error instanceof Error && 'cause' in error && error.cause !== undefined ? error.cause : error;
