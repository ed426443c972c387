import { connectOrm } from '../../following/database/connect-orm.js';
import { migrations } from '../../migrations/migrations.js';
import { serverAddress } from './servers.js';

export async function migrateCommand(): Promise<void> {
  const orm = await connectOrm(serverAddress('DATABASE_URL'), { migrations, poolSize: 1 });
  try {
    const done = await orm.migrator.up();
    process.stdout.write(`${done.length} migrations run\n`);
  } finally {
    await orm.close();
  }
}
