import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type Stripe from 'stripe';
import type { Asked } from '../../../../contracts/events/asked.js';
import type { DataOf } from '../../../../contracts/events/catalogue.js';
import { PLAN_TERMS, type PlanPrice } from '../../../../contracts/values/plans.js';
import type { EventLog } from '../../../../event-log/event-log.js';
import { Problem } from '../../../platform/http/problem.js';
import type { Config } from '../../../platform/config/config.js';
import { CONFIG, EVENT_LOG } from '../../../platform/tokens.js';
import type { Checkout } from '../billing.dto.js';
import { askStripe, requireStripe } from '../stripe/ask-stripe.js';
import { STRIPE, type StripeAccess } from '../stripe/open-stripe.js';
import { priceAtStripe } from '../stripe/prices.js';
import { Payer } from '../reading/payer.query.js';
import { compareWithStripe } from '../reconciling/compare-with-stripe.js';
import { billingNow } from '../subscription/billing-now.js';
import { billedSubscription } from '../subscription/billed-subscription.js';
import { decideCheckoutStarted } from '../subscription/subscription.decider.js';
import { customerOf, openCheckouts, type SubscriptionState } from '../subscription/subscription-state.js';
import { decideOnSubscription, toldOfSubscription } from '../subscription/subscription.stream.js';
import { causeOf } from './cause-of.js';
import { Customers } from './customers.js';

/** Sends somebody to Stripe to pay for a plan. */
export class StartCheckout extends Command<Checkout> {
  constructor(
    readonly wanted: PlanPrice,
    readonly accountId: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

type Started = DataOf<'subscription.CheckoutStarted.v1'>;

@CommandHandler(StartCheckout)
export class StartCheckoutHandler implements ICommandHandler<StartCheckout> {
  constructor(
    @Inject(STRIPE) private readonly stripe: StripeAccess | undefined,
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
    private readonly payer: Payer,
    private readonly customers: Customers,
  ) {}

  /**
   * Two at once for the same plan lead to one session: Stripe knows the second by its key.
   * @throws Problem 409 where there is a subscription: that is changed, not bought anew
   */
  async execute({ wanted, accountId, asked }: StartCheckout): Promise<Checkout> {
    const stripe = requireStripe(this.stripe);
    const { api } = stripe;
    const email = await this.payer.emailOf(accountId);
    const state = await toldOfSubscription(this.log, asked.workspace);
    requireNothingBilled(state, asked.at);
    const again = await this.openAgain(api, state, wanted, asked);
    const session = again ?? (await this.newSession(stripe, state, wanted, email, asked));
    const started: Started = {
      workspaceId: asked.workspace,
      sessionId: session.id,
      ...wanted,
      at: new Date(session.created * 1_000).toISOString(),
      expiresAt: new Date(session.expires_at * 1_000).toISOString(),
    };
    const { position } = await decideOnSubscription(this.log, asked.workspace, (now) =>
      decideCheckoutStarted(now, started, causeOf(asked)),
    );
    if (session.url === null)
      throw new Problem('conflict', 'This checkout was gone through meanwhile. Look at your plan again.');
    return { url: session.url, sessionId: session.id, position: String(position ?? 0n) };
  }

  /** The session of the same plan that is still open; those of other plans are closed, so that nobody pays for two. */
  private async openAgain(api: Stripe, state: SubscriptionState, wanted: PlanPrice, asked: Asked) {
    let same: Stripe.Checkout.Session | undefined;
    for (const { sessionId, plan, interval, currency } of openCheckouts(state, asked.at)) {
      const session = await askStripe(() => api.checkout.sessions.retrieve(sessionId));
      if (session.status === 'complete') await this.hearOfPaid(api, state, asked);
      if (session.status !== 'open') continue;
      const isSame = plan === wanted.plan && interval === wanted.interval && currency === wanted.currency;
      if (isSame) same = session;
      else await askStripe(() => api.checkout.sessions.expire(sessionId));
    }
    return same;
  }

  /** Paid, and Stripe's word of it is still on its way, or was lost: asked for now, so that nobody buys the same twice. */
  private async hearOfPaid(api: Stripe, state: SubscriptionState, { workspace, at }: Asked): Promise<void> {
    const customer = customerOf(state);
    if (customer === undefined) return;
    await askStripe(() => compareWithStripe(workspace, customer, { api, eventLog: this.log }));
    requireNothingBilled(await toldOfSubscription(this.log, workspace), at);
  }

  private async newSession(
    stripe: StripeAccess,
    state: SubscriptionState,
    wanted: PlanPrice,
    email: string,
    asked: Asked,
  ): Promise<Stripe.Checkout.Session> {
    const { workspace } = asked;
    const customer = await this.customers.customerOf(state, email, asked);
    const price = await priceAtStripe(stripe, wanted);
    const trialDays = state.subscriptions.size === 0 ? PLAN_TERMS[wanted.plan].trialDays : 0;
    const page = `${this.config.PUBLIC_URL}/billing`;
    const { plan, interval, currency } = wanted;
    return askStripe(() =>
      stripe.api.checkout.sessions.create(
        {
          mode: 'subscription',
          customer,
          client_reference_id: workspace,
          line_items: [{ price, quantity: 1 }],
          success_url: `${page}?checkout=done`,
          cancel_url: `${page}?checkout=left`,
          metadata: { workspace },
          subscription_data: {
            metadata: { workspace },
            ...(trialDays > 0 && { trial_period_days: trialDays }),
          },
          allow_promotion_codes: true,
          tax_id_collection: { enabled: true },
          customer_update: { name: 'auto', address: 'auto' },
        },
        // A second click before the first is written down is the same checkout.
        { idempotencyKey: `checkout-${workspace}-${plan}-${interval}-${currency}-${state.checkouts.size}` },
      ),
    );
  }
}

function requireNothingBilled(state: SubscriptionState, now: string): void {
  if (billedSubscription(state, billingNow(state, now)))
    throw new Problem(
      'not-possible-now',
      'There is a subscription already. Change its plan instead of buying a second one.',
    );
}
