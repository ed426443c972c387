import type { Clock } from './clock/clock.js';
import type { Store } from './store/store.js';
import type { Outbox } from './webhooks/outbox.js';

/** What everything that the double does works with. */
export interface Double {
  readonly store: Store;
  readonly clock: Clock;
  readonly outbox: Outbox;
  /** Where its pages are, without a slash at the end. */
  readonly url: string;
  /** The request that is being answered; events name it. Empty while the clock is at work. */
  asked: { readonly id: string | null; readonly key: string | null };
}
