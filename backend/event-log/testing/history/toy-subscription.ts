import { isOfTheStore, type Delivery, type SeenEvent, type SubscriptionEnd, type Wanted } from './history.js';
import type { ToyBug } from './toy-bugs.js';

const SEARCHED_BETWEEN_CHECKPOINTS = 3;

interface ToyFollowing {
  readonly wanted: Wanted;
  readonly deliver: (delivery: Delivery) => void;
  readonly entries: () => readonly SeenEvent[];
  readonly changed: () => Promise<void>;
  readonly turn: () => Promise<void>;
  readonly end: () => SubscriptionEnd | undefined;
  readonly bug: ToyBug | undefined;
}

/** Delivers old events, says that it caught up, and delivers new ones as they come, until it is ended. */
export async function followToy(following: ToyFollowing): Promise<SubscriptionEnd> {
  const { wanted, deliver, entries, changed, turn, end, bug } = following;
  const isWanted = chooserOf(wanted, bug);
  let next = 0;
  let searched = 0;
  let given = 0;
  let held: SeenEvent | undefined;
  let saysCaughtUp = true;
  const give = (event: SeenEvent) => {
    given++;
    if (bug === 'stops to deliver after a while' && given > 8) return;
    if (bug === 'announces a place before its events')
      deliver({ kind: 'checkpoint', position: event.position });
    if (bug === 'swaps two events of a subscription' && given === 4) held = event;
    else deliver({ kind: 'event', event });
    if (held && held !== event) {
      deliver({ kind: 'event', event: held });
      held = undefined;
    }
  };
  if (bug === 'says too early that a subscription caught up') deliver({ kind: 'caught-up' });
  for (;;) {
    await turn();
    const ended = end();
    if (ended) return ended;
    const entry = entries()[next];
    if (entry === undefined) {
      if (saysCaughtUp) {
        deliver({ kind: 'caught-up' });
        if (bug === 'skips an event where a subscription goes live') next++;
        if (bug === 'doubles an event where a subscription goes live') next = Math.max(0, next - 1);
      }
      saysCaughtUp = false;
      await changed();
      continue;
    }
    next++;
    if (isWanted(entry)) give(entry);
    else if (wanted.of === '$all' && ++searched % SEARCHED_BETWEEN_CHECKPOINTS === 0 && !held)
      deliver({ kind: 'checkpoint', position: entry.position });
    const isTombstone = entry.type === '$streamDeleted' && wanted.of === 'stream';
    if (isTombstone && entry.stream === wanted.stream) return 'stream-deleted';
  }
}

function chooserOf(wanted: Wanted, bug: ToyBug | undefined): (entry: SeenEvent) => boolean {
  const isAt = bug === 'begins a subscription with the event at its place';
  return (entry) => {
    if (isOfTheStore(entry)) return false;
    if (wanted.of === 'stream') {
      const after = wanted.after ?? -1;
      return entry.stream === wanted.stream && (isAt ? entry.revision >= after : entry.revision > after);
    }
    const { after = -1n, typePrefixes = [''] } = wanted;
    return (
      (isAt ? entry.position >= after : entry.position > after) &&
      typePrefixes.some((prefix) => entry.type.startsWith(prefix))
    );
  };
}
