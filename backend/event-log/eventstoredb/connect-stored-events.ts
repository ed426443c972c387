import type { StoredEvent } from '../codec/stored-event.js';
import { StoreConnection } from './store-connection.js';
import { readStoredAll } from './store-reads.js';

const APPEND_DEADLINE_MS = 10_000;
const SILENCE_MS = 10_000;

/** Events exactly as the store keeps them: never upcast, whatever the catalogue says today. */
export interface StoredEvents {
  /** What stands behind a place now (undefined: everything), without the store's own events. */
  after(position: bigint | undefined): AsyncIterable<StoredEvent>;
  /** Place of the newest one; undefined in an empty log. */
  head(): Promise<bigint | undefined>;
  close(): Promise<void>;
}

/** For the audit's hash chain, which must give the same in ten years. @param connectionString as `connectEventLog` takes it */
export function connectStoredEvents(
  connectionString: string,
  onTrouble: (error: Error) => void = () => undefined,
): StoredEvents {
  const connection = new StoreConnection(connectionString, APPEND_DEADLINE_MS, SILENCE_MS, onTrouble);
  return {
    async *after(position) {
      const from = position === undefined ? {} : { from: position };
      for await (const event of readStoredAll(connection, from))
        if (!event.type.startsWith('$') && (position === undefined || event.position > position)) yield event;
    },
    async head() {
      for await (const event of readStoredAll(connection, { backwards: true }))
        if (!event.type.startsWith('$')) return event.position;
      return undefined;
    },
    close: () => connection.close(),
  };
}
