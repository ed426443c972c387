import type { CheckedLog } from './checked-log.js';
import { isOfTheStore, type SubscriptionOperation, type Wanted } from './history.js';
import type { Proved, Step } from './real-time.js';

/** What was delivered was there: each delivery is a step in time that nothing bounds from below. */
export function deliverySteps(log: CheckedLog): Step[] {
  return subscriptionsOf(log).flatMap((operation) =>
    operation.deliveries.flatMap((delivery): Step[] => {
      if (delivery.kind !== 'event' || isOfTheStore(delivery.event)) return [];
      const place = log.placeOfSeen(delivery.event, named(operation));
      if (place === undefined) return [];
      return [{ invoked: -1, completed: delivery.at, settle: () => log.wholeFrom(place + 1) }];
    }),
  );
}

/** Every event once, in order, from the start of each subscription as far as it went. */
export function checkSubscriptions(log: CheckedLog, proved: Proved): void {
  for (const operation of subscriptionsOf(log)) {
    const due = placesDue(log, operation.wanted);
    checkOrder(log, operation, due);
    checkNotices(log, operation, due, proved);
  }
}

function checkOrder(log: CheckedLog, operation: SubscriptionOperation, due: ReadonlySet<number>): void {
  const { findings } = log;
  const delivered = new Set<number>();
  let last = -1;
  for (const place of placesDelivered(log, operation)) {
    const what = `${named(operation)}: ${log.entries[place]?.id}`;
    if (delivered.has(place)) findings.add('subscription doubled an event', what);
    else if (!due.has(place)) findings.add('subscription beyond what it asked for', what);
    else if (place < last) findings.add('subscription out of order', what);
    delivered.add(place);
    last = Math.max(last, place);
  }
  const isWhole = operation.end === 'stopped' || operation.end === 'stream-deleted';
  for (const place of due) {
    if (delivered.has(place) || mayBeHidden(log, operation.wanted, place)) continue;
    const what = `${named(operation)}: ${log.entries[place]?.id} at place ${place}`;
    if (place < last) findings.add('subscription skipped an event', what);
    else if (isWhole) findings.add('subscription ended short', what);
  }
}

function checkNotices(
  log: CheckedLog,
  operation: SubscriptionOperation,
  due: ReadonlySet<number>,
  proved: Proved,
): void {
  const { findings, entries } = log;
  const missing = new Set([...due].filter((place) => !mayBeHidden(log, operation.wanted, place)));
  const oldLength = proved.before(operation.invoked);
  for (const delivery of operation.deliveries) {
    if (delivery.kind === 'event') {
      missing.delete(log.streams.named(delivery.event.stream).places[delivery.event.revision] ?? -1);
      continue;
    }
    const { kind } = delivery;
    const isSaidDone = (place: number) =>
      kind === 'checkpoint' ? (entries[place]?.position ?? 0n) <= delivery.position : place < oldLength;
    const forgotten = [...missing].find(isSaidDone);
    if (forgotten === undefined) continue;
    const name = kind === 'checkpoint' ? 'checkpoint before its events' : 'caught up too early';
    findings.add(name, `${named(operation)}: before ${entries[forgotten]?.id}`);
  }
}

/** Places of all that a subscription asks for, in the order of the log. */
function placesDue(log: CheckedLog, wanted: Wanted): Set<number> {
  const isWanted = (place: number): boolean => {
    const entry = log.entries[place];
    if (!entry) return false;
    if (wanted.of === 'stream')
      return entry.stream === wanted.stream && entry.revision > (wanted.after ?? -1);
    if (wanted.after !== undefined && entry.position <= wanted.after) return false;
    return wanted.typePrefixes?.some((prefix) => entry.type.startsWith(prefix)) ?? true;
  };
  return new Set(log.visible.filter(isWanted));
}

function placesDelivered(log: CheckedLog, { deliveries }: SubscriptionOperation): number[] {
  return deliveries
    .filter((delivery) => delivery.kind === 'event')
    .filter(({ event }) => !isOfTheStore(event))
    .map(({ event }) => log.streams.named(event.stream).places[event.revision])
    .filter((place) => place !== undefined);
}

/** A subscription to a stream need not show what a delete hid, at whatever moment it looked. */
function mayBeHidden(log: CheckedLog, wanted: Wanted, place: number): boolean {
  if (wanted.of === '$all') return false;
  const revision = log.entries[place]?.revision ?? 0;
  return log.streams
    .named(wanted.stream)
    .versions.some(({ truncateBefore, isSoftDeleted }) => isSoftDeleted || revision < truncateBefore);
}

const subscriptionsOf = (log: CheckedLog): SubscriptionOperation[] =>
  log.history.operations.filter((operation) => operation.kind === 'subscription');

const named = ({ client, wanted }: SubscriptionOperation): string =>
  `client ${client}'s subscription to ${wanted.of === 'stream' ? wanted.stream : '$all'} after ${wanted.after}`;
