import type { Origin } from '../../../backend/contracts/events/observation/look.js';
import { connectEventLog } from '../../../backend/event-log/eventstoredb/connect-event-log.js';
import { Recorder } from './recorder.js';

/** @param eventStoreUrl `esdb://host:port?tls=false`; may hold credentials. @throws Error where it cannot be read. */
export const openRecorder = (eventStoreUrl: string, origin: Origin): Recorder =>
  new Recorder(connectEventLog(eventStoreUrl), origin);
