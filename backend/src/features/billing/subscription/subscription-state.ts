import type { Invoice } from '../../../../contracts/events/subscription/invoice.js';
import type { DataOf } from '../../../../contracts/events/catalogue.js';
import { compareWords, type NewestTerms, type Word } from './newest-words.js';

/** One subscription at Stripe. A customer who goes through two checkouts has two. */
export interface Subscription {
  readonly id: string;
  readonly newest: NewestTerms;
  /** The newest with a price that we know: the plan stays what it was through a price that we do not. */
  readonly newestKnown: NewestTerms;
}

export interface InvoiceSaid extends Word {
  readonly invoice: Invoice;
  readonly subscriptionId: string | null;
}

export interface InvoiceState {
  /** What was last said of it. */
  readonly said: InvoiceSaid;
  /** The first failed payment of it. */
  readonly failedAt: string | null;
}

export interface RefundSaid extends Word {
  readonly refund: DataOf<'subscription.Refunded.v1'>;
}

export interface CheckoutState {
  readonly started: DataOf<'subscription.CheckoutStarted.v1'> | null;
  readonly outcome: 'completed' | 'expired' | null;
}

export interface GraceState {
  readonly subscriptionId: string;
  readonly graceUntil: string;
  readonly outcome: 'paid' | 'lapsed' | null;
}

/**
 * What a workspace pays for. Made so that the facts of Stripe may come in any order, late and more than once: everything here is the
 * newest of something, the earliest of something, or a set.
 */
export interface SubscriptionState {
  /** By id, when they were last linked: a payment of an earlier one is this workspace's too. */
  readonly customers: ReadonlyMap<string, Word>;
  readonly subscriptions: ReadonlyMap<string, Subscription>;
  readonly invoices: ReadonlyMap<string, InvoiceState>;
  readonly refunds: ReadonlyMap<string, RefundSaid>;
  readonly checkouts: ReadonlyMap<string, CheckoutState>;
  readonly graces: ReadonlyMap<string, GraceState>;
  /** Ids of Stripe's events whose facts are here. */
  readonly seen: ReadonlySet<string>;
}

export const noSubscription: SubscriptionState = {
  customers: new Map(),
  subscriptions: new Map(),
  invoices: new Map(),
  refunds: new Map(),
  checkouts: new Map(),
  graces: new Map(),
  seen: new Set(),
};

/** The customer that Stripe knows the workspace as, by the newest word; undefined before there is one. */
export const customerOf = ({ customers }: SubscriptionState): string | undefined =>
  [...customers].sort(([, one], [, other]) => compareWords(one, other)).at(-1)?.[0];

/** Checkouts that may still be gone through. */
export const openCheckouts = (
  { checkouts }: SubscriptionState,
  now: string,
): readonly DataOf<'subscription.CheckoutStarted.v1'>[] =>
  [...checkouts.values()].flatMap(({ started, outcome }) =>
    started && outcome === null && started.expiresAt > now ? [started] : [],
  );
