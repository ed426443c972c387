import { setTimeout as delay } from 'node:timers/promises';
import { asUnavailable, isLag } from './store-errors.js';
import { OrderedSubscription, type Delivery } from './ordered-subscription.js';
import type { StoreConnection } from './store-connection.js';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Follows `$all` across every end of a subscription: for lag, with the connection or with the server. It goes on
 * after the last place that it gave, so there is no gap, and passes over what a server sends again, so there is
 * no repeat. `caught-up` comes again after each reconnection. Ends by the signal alone.
 */
export async function* followStore(
  connection: StoreConnection,
  options: {
    readonly after: bigint | undefined;
    readonly typePrefixes: readonly string[];
    readonly signal: AbortSignal;
    readonly onTrouble: (error: Error) => void;
  },
): AsyncGenerator<Delivery, void, undefined> {
  const { typePrefixes, signal, onTrouble } = options;
  let place = options.after;
  let failures = 0;
  while (!signal.aborted) {
    const line = connection.line();
    const subscription = new OrderedSubscription(line.client, place, typePrefixes);
    const stop = () => subscription.close();
    signal.addEventListener('abort', stop, { once: true });
    try {
      for (;;) {
        const delivery = await subscription.next();
        if (!delivery) break;
        failures = 0;
        if (delivery.kind !== 'caught-up') {
          const position = delivery.kind === 'event' ? delivery.event.position : delivery.position;
          if (place !== undefined && position <= place) continue;
          place = position;
        }
        yield delivery;
      }
    } catch (cause) {
      const error = asUnavailable('following the log', cause);
      onTrouble(error);
      if (!isLag(cause)) connection.retire(line, error);
    } finally {
      signal.removeEventListener('abort', stop);
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
