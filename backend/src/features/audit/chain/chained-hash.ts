import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../platform/http/canonical-json.js';

/** An event as the store keeps it. */
export interface ChainedEvent {
  readonly position: bigint;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: unknown;
}

/** Where the chain is: the place of its last event, how many it holds, and the hash over all of them. */
export interface ChainPlace {
  readonly position: bigint;
  readonly count: number;
  /** SHA-256, base64url. */
  readonly hash: string;
}

export const CHAIN_START: ChainPlace = {
  position: -1n,
  count: 0,
  hash: createHash('sha256').update('digitallz-keywords audit chain 1').digest('base64url'),
};

/**
 * One link further: SHA-256 over the hash before and everything of the event, as JSON with its keys in order. What a later event says
 * depends on all before it, so one hash vouches for the whole log up to it: each event, their order, and that none is missing.
 */
export function chained(place: ChainPlace, event: ChainedEvent): ChainPlace {
  const { position, stream, revision, id, type, data, metadata } = event;
  const link = canonicalJson([place.hash, String(position), stream, revision, id, type, data, metadata]);
  return { position, count: place.count + 1, hash: createHash('sha256').update(link).digest('base64url') };
}
