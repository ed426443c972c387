import { Inject, Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import type { Asked } from '../../../../contracts/events/asked.js';
import type { Terms } from '../../../../contracts/events/subscription/terms.js';
import type { EventLog } from '../../../../event-log/event-log.js';
import { Problem } from '../../../platform/http/problem.js';
import { EVENT_LOG } from '../../../platform/tokens.js';
import { askStripe, requireStripe } from '../stripe/ask-stripe.js';
import { STRIPE, type StripeAccess } from '../stripe/open-stripe.js';
import { planPriceOf } from '../stripe-events/terms-of.js';
import { keptSubscription } from '../stripe-events/kept-fields.js';
import { billingNow } from '../subscription/billing-now.js';
import { billedSubscription } from '../subscription/billed-subscription.js';
import { toldOfSubscription } from '../subscription/subscription.stream.js';

export interface BilledSubscription {
  readonly stripe: StripeAccess;
  readonly api: Stripe;
  readonly terms: Terms;
}

/** The subscription of whoever asks, to be changed. */
@Injectable()
export class Billed {
  constructor(
    @Inject(STRIPE) private readonly stripe: StripeAccess | undefined,
    @Inject(EVENT_LOG) private readonly log: EventLog,
  ) {}

  /** @throws Problem 409 where nothing is billed */
  async of({ workspace, at }: Asked): Promise<BilledSubscription> {
    const stripe = requireStripe(this.stripe);
    const state = await toldOfSubscription(this.log, workspace);
    const terms = billedSubscription(state, billingNow(state, at));
    if (!terms) throw new Problem('not-possible-now', 'There is no subscription. Choose a plan first.');
    return { stripe, api: stripe.api, terms };
  }

  /** The item of a subscription at Stripe that makes the plan. */
  async itemOf({ api, terms }: BilledSubscription): Promise<string> {
    const subscription = await askStripe(() => api.subscriptions.retrieve(terms.subscriptionId));
    const kept = keptSubscription(subscription).items?.data ?? [];
    const item = kept.find(({ price }) => planPriceOf(price)) ?? kept[0];
    if (item?.id === undefined) throw new Error(`the subscription ${terms.subscriptionId} has no item`);
    return item.id;
  }
}
