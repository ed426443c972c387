import { CHAIN_START, chained, type ChainedEvent } from './chained-hash.js';
import type { SignedHead } from './heads-file.js';

export interface Verified {
  /** Events that a signed head vouches for, and those after the last head. */
  readonly vouched: number;
  readonly notYet: number;
  readonly heads: number;
}

export type Finding =
  | { readonly kind: 'sound'; readonly found: Verified }
  /** Something was changed, swapped, taken out or put in, between two places. */
  | { readonly kind: 'altered'; readonly head: SignedHead; readonly after: bigint | undefined }
  /** The log ends before a signed head. */
  | { readonly kind: 'cut'; readonly head: SignedHead; readonly end: bigint | undefined }
  /** There are events and nothing that vouches for any of them. */
  | { readonly kind: 'unsigned'; readonly events: number };

/**
 * Computes the chain over a whole log anew and compares it with each signed head.
 * @param tell hears of every event that was read
 */
export async function verifyChain(
  events: AsyncIterable<ChainedEvent>,
  heads: readonly SignedHead[],
  tell: (position: bigint, count: number) => void = () => undefined,
): Promise<Finding> {
  let place = CHAIN_START;
  let next = 0;
  let good: SignedHead | undefined;
  for await (const event of events) {
    // A head whose event is gone.
    const missed = heads[next];
    if (missed && missed.position < event.position)
      return { kind: 'altered', head: missed, after: good?.position };
    place = chained(place, event);
    for (let head = heads[next]; head?.position === place.position; head = heads[next]) {
      if (head.hash !== place.hash || head.count !== place.count)
        return { kind: 'altered', head, after: good?.position };
      good = head;
      next += 1;
    }
    tell(place.position, place.count);
  }
  const beyond = heads[next];
  if (beyond) return { kind: 'cut', head: beyond, end: place.count === 0 ? undefined : place.position };
  if (!good && place.count > 0) return { kind: 'unsigned', events: place.count };
  const vouched = good?.count ?? 0;
  return { kind: 'sound', found: { vouched, notYet: place.count - vouched, heads: heads.length } };
}

/** What was found, in words. */
export function findingInWords(finding: Finding): string {
  switch (finding.kind) {
    case 'sound': {
      const { vouched, notYet, heads } = finding.found;
      return `all is well: ${vouched} events are as they were signed (${heads} heads); ${notYet} after the last head are not signed yet`;
    }
    case 'altered': {
      const { head, after } = finding;
      const from = after === undefined ? 'the first event' : `position ${after} (still as it was signed)`;
      return `the log was altered: the head at position ${head.position}, signed at ${head.at}, does not fit; the change lies after ${from} and not after position ${head.position}`;
    }
    case 'cut': {
      const { head, end } = finding;
      const where = end === undefined ? 'is empty' : `ends at position ${end}`;
      return `the log was cut: it ${where}, but a head at position ${head.position} was signed at ${head.at}`;
    }
    case 'unsigned':
      return `no head was ever signed for these ${finding.events} events: nothing vouches for them`;
  }
}
