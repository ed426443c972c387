import { connectEventLog } from '../event-log/eventstoredb/connect-event-log.js';
import { connectOrm } from '../following/runner/connect-orm.js';
import { startReactor } from '../following/runner/start-reactor.js';
import { loadConfig } from './platform/config/config.js';
import { jsonLog } from './platform/observability/log.js';
import { reached } from './platform/reached.js';
import { runProgram } from './platform/run-program.js';
import { openReactions } from './reactions.js';

await runProgram('Reactor', async () => {
  const config = loadConfig(process.env, 'reactor');
  const log = jsonLog();
  const onError = (error: Error): void => log.write('warn', 'the reactor is troubled', { error });
  const orm = await connectOrm(config.DATABASE_URL, { poolSize: 5 });
  const eventLog = connectEventLog(config.EVENTSTORE_URL, { onTrouble: onError });
  const opened = openReactions(config.REDIS_URL, onError);
  const reactor = await reached(
    'DATABASE_URL',
    'PostgreSQL',
    startReactor({ orm, eventLog, reactions: opened.reactions, onError }),
  );
  return {
    told: `following ${opened.reactions.map(({ name }) => name).join(', ')}`,
    async stop() {
      await reactor.stop();
      await Promise.all([opened.close(), eventLog.close(), orm.close()]);
    },
  };
});
