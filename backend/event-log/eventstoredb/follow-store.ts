import { setTimeout as delay } from 'node:timers/promises';
import type { StoredEvent } from '../codec/stored-event.js';
import { UnreadableEvent } from '../errors.js';
import type { AnyRecordedEvent, Followed } from '../event-log.js';
import { asUnavailable, isLag } from './store-errors.js';
import { OrderedSubscription } from './ordered-subscription.js';
import { StallWatch } from './stall-watch.js';
import type { StoreConnection } from './store-connection.js';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Follows `$all` across every end of a subscription: for lag, with the connection or with the server, or for its
 * silence. It goes on after the last place that it gave, so there is no gap, and passes over what a server sends again, so there is
 * no repeat. `caught-up` comes again after each reconnection. Ends by the signal alone.
 */
export async function* followStore(
  connection: StoreConnection,
  options: {
    readonly after: bigint | undefined;
    readonly typePrefixes: readonly string[];
    readonly signal: AbortSignal;
    readonly onTrouble: (error: Error) => void;
    /** Gives undefined for an event that is passed over. */
    readonly decode: (stored: StoredEvent) => AnyRecordedEvent | undefined;
  },
): AsyncGenerator<Followed, void, undefined> {
  const { typePrefixes, signal, onTrouble } = options;
  let place = options.after;
  let failures = 0;
  while (!signal.aborted) {
    const line = connection.line();
    const subscription = new OrderedSubscription(line.client, place, typePrefixes);
    const watch = new StallWatch(
      connection,
      typePrefixes,
      () => place,
      (why) => connection.retire(line, why),
    );
    const stop = () => subscription.close();
    signal.addEventListener('abort', stop, { once: true });
    try {
      while (await watch.during(subscription.more()))
        for (let delivery = subscription.take(); delivery; delivery = subscription.take()) {
          failures = 0;
          if (delivery.kind === 'caught-up') {
            yield delivery;
            continue;
          }
          const position = delivery.kind === 'event' ? delivery.event.position : delivery.position;
          if (place !== undefined && position <= place) continue;
          const event = delivery.kind === 'event' ? options.decode(delivery.event) : undefined;
          place = position;
          yield event ? { kind: 'event', event } : { kind: 'checkpoint', position };
        }
    } catch (cause) {
      if (cause instanceof UnreadableEvent) throw cause;
      const error = asUnavailable('following the log', cause);
      onTrouble(error);
      if (!isLag(cause)) connection.retire(line, error);
    } finally {
      signal.removeEventListener('abort', stop);
      watch.stop();
      subscription.close();
    }
    await pause(failures++, signal);
  }
}

/** None for the first try, then up to 50 ms, 100 ms … 5 s; random, so that followers do not all come at once. */
async function pause(failures: number, signal: AbortSignal): Promise<void> {
  if (failures === 0 || signal.aborted) return;
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));
  await delay(longest * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => undefined);
}
