import { connectEventLog } from '../event-log/eventstoredb/connect-event-log.js';
import { connectOrm } from '../following/runner/connect-orm.js';
import { loadConfig } from './platform/config/config.js';
import { jsonLog } from './platform/observability/log.js';
import { reached } from './platform/reached.js';
import { runProgram } from './platform/run-program.js';
import { startReacting } from './start-reacting.js';

await runProgram('Reactor', async () => {
  const config = loadConfig(process.env, 'reactor');
  const log = jsonLog();
  const onError = (error: Error): void => log.write('warn', 'the reactor is troubled', { error });
  const orm = await connectOrm(config.DATABASE_URL, { poolSize: 5 });
  const eventLog = connectEventLog(config.EVENTSTORE_URL, { onTrouble: onError });
  const reacting = await reached(
    'DATABASE_URL',
    'PostgreSQL',
    startReacting({ orm, eventLog, redisUrl: config.REDIS_URL, onError }),
  );
  return {
    told: `following ${reacting.names.join(', ')}`,
    async stop() {
      await reacting.stop();
      await Promise.all([eventLog.close(), orm.close()]);
    },
  };
});
