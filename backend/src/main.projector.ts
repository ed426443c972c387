import { connectEventLog } from '../event-log/eventstoredb/connect-event-log.js';
import { sharingFollows } from '../event-log/sharing/sharing-follows.js';
import { connectOrm } from '../following/database/connect-orm.js';
import { typePrefixes } from '../following/runner/type-prefixes.js';
import { startProjector } from '../following/runner/start-projector.js';
import { loadConfig } from './platform/config/config.js';
import { jsonLog } from './platform/observability/log.js';
import { giveSignsOfLife } from './platform/observability/signs-of-life.js';
import { redisForRequests } from './platform/queues/redis.js';
import { reached } from './platform/reached.js';
import { runProgram } from './platform/run-program.js';
import { projections } from './projections.js';

/** One connection for each build of a projection, live and rebuilt, and some for orders. */
const POOL_SIZE = 2 * projections.length + 4;
/** Events take several times the memory of their JSON; four rebuilds at once stay below 600 MB with this. */
const BATCH_BYTES = 6 * 1_048_576;

await runProgram('Projector', async () => {
  const config = loadConfig(process.env, 'projector');
  const log = jsonLog();
  const onError = (error: Error): void => log.write('error', 'the projector is troubled', { error });
  const orm = await connectOrm(config.DATABASE_URL, { poolSize: POOL_SIZE });
  const live = typePrefixes(projections.flatMap(({ eventTypes }) => eventTypes));
  const eventLog = sharingFollows(connectEventLog(config.EVENTSTORE_URL, { onTrouble: onError }), { live });
  const projector = await reached(
    'DATABASE_URL',
    'PostgreSQL',
    startProjector({ orm, eventLog, projections, onError, batchBytes: BATCH_BYTES }),
  );
  const endSigns = process.env['REDIS_URL'] ? giveSigns() : undefined;
  return {
    told: `following for ${projections.map(({ name }) => name).join(', ')}`,
    async stop() {
      endSigns?.();
      await projector.stop();
      await Promise.all([eventLog.close(), orm.close()]);
    },
  };
});

/** The projector itself does without Redis. */
function giveSigns(): () => void {
  const { REDIS_URL } = loadConfig(process.env, 'signs-of-life');
  const redis = redisForRequests(REDIS_URL, () => undefined);
  const end = giveSignsOfLife(redis, 'projector');
  return () => {
    end();
    redis.disconnect();
  };
}
