import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Asked } from '../../../../contracts/events/asked.js';
import { planCurrencySchema, type Interval, type PaidPlan } from '../../../../contracts/values/plans.js';
import type { Preview } from '../billing.dto.js';
import { askStripe } from '../stripe/ask-stripe.js';
import { priceAtStripe } from '../stripe/prices.js';
import { Billed } from './billed.js';
import { InUse } from './in-use.js';

/** What a change of plan would cost right now, and what stands in its way. */
export class PreviewChange extends Query<Preview> {
  constructor(
    readonly plan: PaidPlan,
    readonly interval: Interval,
    readonly asked: Asked,
  ) {
    super();
  }
}

@QueryHandler(PreviewChange)
export class PreviewChangeHandler implements IQueryHandler<PreviewChange> {
  constructor(
    private readonly billed: Billed,
    private readonly inUse: InUse,
  ) {}

  async execute({ plan, interval, asked }: PreviewChange): Promise<Preview> {
    const subscription = await this.billed.of(asked);
    const { stripe, api, terms } = subscription;
    const currency = planCurrencySchema.parse(terms.currency);
    const [price, item, tooMuch] = await Promise.all([
      priceAtStripe(stripe, { plan, interval, currency }),
      this.billed.itemOf(subscription),
      this.inUse.beyond(plan, asked.workspace),
    ]);
    // A trial goes on with the other plan. What Stripe would show is the invoice of its end, which is not due now.
    if (terms.status === 'trialing') return { dueNowMinor: 0, creditMinor: 0, currency, tooMuch };
    const { total, amount_due: due } = await askStripe(() =>
      api.invoices.createPreview({
        subscription: terms.subscriptionId,
        subscription_details: { items: [{ id: item, price }], proration_behavior: 'always_invoice' },
      }),
    );
    return { dueNowMinor: Math.max(due, 0), creditMinor: Math.max(-total, 0), currency, tooMuch };
  }
}
