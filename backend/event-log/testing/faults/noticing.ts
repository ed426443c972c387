import { appendNoticing } from './append-noticing.js';
import { readNoticing } from './read-noticing.js';
import { subscriptionNoticing } from './subscription-noticing.js';

export interface Noticing {
  /** Cases of the contract that fail on a store with this fault. */
  readonly noticed: readonly string[];
  /** A case that such a store passes: the fault does not just break everything. */
  readonly unharmed: string;
}

/** What each planted fault is noticed by. Every case of the contract stands here at least once. */
export const noticing: Readonly<Record<string, Noticing>> = {
  ...appendNoticing,
  ...readNoticing,
  ...subscriptionNoticing,
};
