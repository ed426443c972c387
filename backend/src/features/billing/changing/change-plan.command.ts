import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asked } from '../../../../contracts/events/asked.js';
import { planCurrencySchema, type Interval, type PaidPlan } from '../../../../contracts/values/plans.js';
import { Problem } from '../../../platform/http/problem.js';
import { causeOf } from '../checkout/cause-of.js';
import { askStripe, MAY_BE_DONE } from '../stripe/ask-stripe.js';
import { priceAtStripe } from '../stripe/prices.js';
import { Billed } from './billed.js';
import { InUse } from './in-use.js';

/** Another plan or interval from now on: what is unused of the old one is credited, the rest of the new one charged at once. */
export class ChangePlan extends Command<void> {
  constructor(
    readonly plan: PaidPlan,
    readonly interval: Interval,
    readonly asked: Asked,
  ) {
    super();
  }
}

@CommandHandler(ChangePlan)
export class ChangePlanHandler implements ICommandHandler<ChangePlan> {
  constructor(
    private readonly billed: Billed,
    private readonly inUse: InUse,
  ) {}

  /** @throws Problem 409 where more is in use than the plan has, or the bank refuses: then all is as it was */
  async execute({ plan, interval, asked }: ChangePlan): Promise<void> {
    const subscription = await this.billed.of(asked);
    const { stripe, api, terms } = subscription;
    const currency = planCurrencySchema.parse(terms.currency);
    if (terms.plan === plan && terms.interval === interval)
      throw new Problem('not-possible-now', 'This is the plan that you have.');
    await this.inUse.requireRoom(plan, asked.workspace);
    const price = await priceAtStripe(stripe, { plan, interval, currency });
    const item = await this.billed.itemOf(subscription);
    await askStripe(
      () =>
        api.subscriptions.update(
          terms.subscriptionId,
          {
            items: [{ id: item, price }],
            proration_behavior: 'always_invoice',
            payment_behavior: 'error_if_incomplete',
          },
          { idempotencyKey: `change-${terms.subscriptionId}-${causeOf(asked).id}` },
        ),
      MAY_BE_DONE,
    );
  }
}
