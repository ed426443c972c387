import { Inject, Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import type { Asked } from '../../../../contracts/events/asked.js';
import type { EventLog } from '../../../../event-log/event-log.js';
import { EVENT_LOG } from '../../../platform/tokens.js';
import { askStripe, requireStripe } from '../stripe/ask-stripe.js';
import { STRIPE, type StripeAccess } from '../stripe/open-stripe.js';
import { decideCustomerLink } from '../subscription/subscription.decider.js';
import { customerOf, type SubscriptionState } from '../subscription/subscription-state.js';
import { decideOnSubscription } from '../subscription/subscription.stream.js';
import { causeOf } from './cause-of.js';

/** Who a workspace is to Stripe. */
@Injectable()
export class Customers {
  constructor(
    @Inject(STRIPE) private readonly stripe: StripeAccess | undefined,
    @Inject(EVENT_LOG) private readonly log: EventLog,
  ) {}

  /** Made at the first need, once for a workspace: where the answer got lost, asking again gives the same one. */
  async customerOf(state: SubscriptionState, email: string, asked: Asked): Promise<string> {
    const { api } = requireStripe(this.stripe);
    const id = customerOf(state) ?? (await this.newCustomer(api, asked));
    await askStripe(() => api.customers.update(id, { email }));
    return id;
  }

  // Without the address: whoever asks again, with another one, must be the same customer.
  private async newCustomer(api: Stripe, asked: Asked): Promise<string> {
    const { workspace: workspaceId } = asked;
    const { id } = await askStripe(() =>
      api.customers.create(
        { metadata: { workspace: workspaceId } },
        { idempotencyKey: `customer-${workspaceId}` },
      ),
    );
    const linked = { workspaceId, customerId: id, at: asked.at };
    await decideOnSubscription(this.log, workspaceId, (now) =>
      decideCustomerLink(now, linked, causeOf(asked)),
    );
    return id;
  }
}
