import type { FactoryProvider } from '@nestjs/common';
import type { EventLog } from '../../../event-log/event-log.js';
import { connectEventLog } from '../../../event-log/eventstoredb/connect-event-log.js';
import type { Config } from '../config/config.js';
import type { Log } from '../observability/log.js';
import { CONFIG, EVENT_LOG, LOG } from '../tokens.js';

export const eventLogProvider: FactoryProvider<EventLog> = {
  provide: EVENT_LOG,
  inject: [CONFIG, LOG],
  useFactory: (config: Pick<Config, 'EVENTSTORE_URL'>, log: Log) =>
    connectEventLog(config.EVENTSTORE_URL, {
      onTrouble: (error) => log.write('warn', 'the event log is troubled', { error }),
    }),
};
