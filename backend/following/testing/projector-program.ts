import { connectEventLog } from '../../event-log/eventstoredb/connect-event-log.js';
import { connectOrm } from '../database/connect-orm.js';
import { startProjector } from '../runner/start-projector.js';
import { keywordCounts } from './keyword-counts.js';

// A projector in a process of its own, to be stopped and killed. Each batch stays open for a moment within its
// transaction, so that a signal most likely finds it there.

const BATCH_OPEN_MS = 50;
const { DATABASE_URL = '', EVENTSTORE_URL = '' } = process.env;

const before = () => new Promise<void>((resolve) => setTimeout(resolve, BATCH_OPEN_MS));
await startProjector({
  orm: await connectOrm(DATABASE_URL),
  eventLog: connectEventLog(EVENTSTORE_URL),
  projections: [keywordCounts({ shared: true, before })],
  onError: (error) => process.stderr.write(`${error.message}\n`),
});
process.stdout.write('ready\n');
