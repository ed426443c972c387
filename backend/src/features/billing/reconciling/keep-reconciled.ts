import type { Redis } from 'ioredis';
import type { Log } from '../../../platform/observability/log.js';
import { SUBSCRIPTIONS } from '../reading/subscriptions.projection.js';
import { compareWithStripe } from './compare-with-stripe.js';
import { letGo, type LettingGoParts } from './let-go.js';
import { settle } from './settle.js';

export interface KeepingParts extends LettingGoParts {
  readonly redis: Redis;
}

const SETTLE_EVERY_MS = 15_000;
const LOOK_EVERY_MS = 60_000;
const HOUR = 'yyyy-mm-ddThh'.length;
const REMEMBERED_S = 7_200;

/**
 * What time alone changes, and what Stripe told and nobody heard. The moments are in the read model, so they outlive every restart;
 * comparing with Stripe is done once an hour, by whichever reactor comes first.
 */
export function keepReconciled(parts: KeepingParts): { stop(): Promise<void> } {
  const settling = repeated(SETTLE_EVERY_MS, 'days of grace were not looked at', parts.log, () =>
    settleDue(parts),
  );
  const reconciling = repeated(LOOK_EVERY_MS, 'subscriptions were not compared with Stripe', parts.log, () =>
    reconcileOnceAnHour(parts),
  );
  return {
    async stop() {
      await Promise.all([settling(), reconciling()]);
    },
  };
}

/** Whose days of grace are over. */
export async function settleDue(parts: KeepingParts): Promise<void> {
  const due = await parts.tables.read<{ workspace: string }>(
    SUBSCRIPTIONS,
    (schema) =>
      `select workspace from ${schema}.subscription where in_grace and changes_at <= $1::timestamptz`,
    [new Date(parts.clock()).toISOString()],
  );
  for (const { workspace } of due) await settle(workspace, parts);
}

async function reconcileOnceAnHour(parts: KeepingParts): Promise<void> {
  const hour = new Date(parts.clock()).toISOString().slice(0, HOUR);
  const isFirst = await parts.redis.set(`billing:reconciled:${hour}`, '1', 'EX', REMEMBERED_S, 'NX');
  if (isFirst !== null) await reconcileAll(parts);
}

/** Every customer that we know, one after another. @returns what was healed of whom */
export async function reconcileAll(
  parts: LettingGoParts,
  say: (done: number, all: number) => void = () => undefined,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const customers = await parts.tables.read<{ workspace: string; customer: string }>(
    SUBSCRIPTIONS,
    (schema) =>
      `select workspace, customer_id as customer from ${schema}.subscription where customer_id is not null order by workspace`,
    [],
  );
  const healed = new Map<string, readonly string[]>();
  let done = 0;
  for (const { workspace, customer } of customers) {
    const differed = await compareWithStripe(workspace, customer, parts);
    await settle(workspace, parts);
    await letGo(workspace, customer, parts);
    say((done += 1), customers.length);
    if (differed.length === 0) continue;
    healed.set(workspace, differed);
    parts.log.write('warn', 'a subscription was not as Stripe has it, and is now', { workspace, differed });
  }
  return healed;
}

/** Answers with the way to end it, which waits for what is being done. */
function repeated(
  everyMs: number,
  failure: string,
  log: Log,
  work: () => Promise<void>,
): () => Promise<void> {
  let running = Promise.resolve();
  let isRunning = false;
  const timer = setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    running = work()
      .catch((error: unknown) => log.write('warn', failure, { error }))
      .finally(() => {
        isRunning = false;
      });
  }, everyMs).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
