import { ownsAll } from './projection.js';
import type { MikroORM } from '@mikro-orm/postgresql';
import { planBuilds } from './rebuild/plan-builds.js';
import { readHeld } from './batches/checkpoint.js';
import { commitBatch } from './batches/commit-batch.js';
import { connectOrm } from './database/connect-orm.js';
import { rows } from './database/database.js';
import { checkpointContract } from './testing/checkpoint-contract.js';
import { keywordTracked } from './testing/following-world.js';
import { keywordCounts } from './testing/keyword-counts.js';
import { recorded } from './testing/projection-spec.js';
import { startTestPostgres, type TestPostgres } from './testing/test-postgres.js';

let postgres: TestPostgres;
let orm: MikroORM;
let opened = 0;

checkpointContract('PostgreSQL', {
  async setUp() {
    postgres = await startTestPostgres();
    orm = await connectOrm(await postgres.createDatabase());
  },
  async tearDown() {
    await orm.close();
    await postgres.stop();
  },
  async open() {
    const projection = keywordCounts({ name: `counts-${(opened += 1)}` });
    const { live } = await planBuilds(orm, projection);
    return {
      read: async () => (await readHeld(orm, live, null)).least,
      move(from, to, row) {
        const events = recorded([{ stream: 'trackedKeyword-1', event: keywordTracked(row) }]);
        const batch = { events, from, to, eventsPerSecond: 0, owner: null, partitions: [0], whole: true };
        return commitBatch(orm, projection, live, batch, ownsAll());
      },
      async rows() {
        const found = await rows<{ keyword: string }>(
          orm,
          `select keyword from "${live.schemaName}".tracked order by 1`,
        );
        return found.map((row) => row.keyword);
      },
    };
  },
});
