import type { ViolationName } from './history.js';

/** Ways in which the toy store can be made wrong, and what each must be found as. */
export const toyBugs = {
  'answers an append and does not store it': 'lost append',
  'answers before the append is durable': 'lost append',
  'stores an append twice': 'stored twice',
  'forgets the ids that it has stored': 'stored twice',
  'stores the events of an append in another order': 'reordered append',
  'stores a part of an append when it crashes': 'torn append',
  'leaves out a revision': 'gap in a stream',
  'gives events of a stream positions in another order': '$all against the order of a stream',
  'gives a position twice': 'positions do not rise',
  'takes a stale expectation': 'stale expectation accepted',
  'takes an append to a tombstoned stream': 'stale expectation accepted',
  'refuses what it should take': 'refused without cause',
  'stores an append that it refuses': 'refused yet stored',
  'tells the revision of the event before': 'wrong revision told',
  'tells the position of the event before': 'wrong position told',
  'alters a body': 'altered event',
  'makes up an event': 'event of nobody',
  'forgets a soft delete': 'lost delete',
  'places an append before one that was answered': 'out of real-time order',
  'reads what was there a while ago': 'stale read',
  'reads what is not durable yet': 'event moved',
  'reads in the middle of an append': 'torn read',
  'leaves an event out of a long read': 'read with a hole',
  'reads a stream that was deleted': 'stale read',
  'skips an event where a subscription goes live': 'subscription skipped an event',
  'doubles an event where a subscription goes live': 'subscription doubled an event',
  'swaps two events of a subscription': 'subscription out of order',
  'begins a subscription with the event at its place': 'subscription beyond what it asked for',
  'stops to deliver after a while': 'subscription ended short',
  'announces a place before its events': 'checkpoint before its events',
  'says too early that a subscription caught up': 'caught up too early',
} as const satisfies Record<string, ViolationName>;

export type ToyBug = keyof typeof toyBugs;
