import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asked } from '../../../../contracts/events/asked.js';
import { causeOf } from '../checkout/cause-of.js';
import { askStripe } from '../stripe/ask-stripe.js';
import { Billed } from './billed.js';

/** Lets a subscription end with the period that is paid, or go on after all. */
export class EndOrGoOn extends Command<void> {
  constructor(
    readonly ends: boolean,
    readonly asked: Asked,
  ) {
    super();
  }
}

@CommandHandler(EndOrGoOn)
export class EndOrGoOnHandler implements ICommandHandler<EndOrGoOn> {
  constructor(private readonly billed: Billed) {}

  async execute({ ends, asked }: EndOrGoOn): Promise<void> {
    const { api, terms } = await this.billed.of(asked);
    if (terms.cancelAtPeriodEnd === ends) return;
    await askStripe(() =>
      api.subscriptions.update(
        terms.subscriptionId,
        { cancel_at_period_end: ends },
        { idempotencyKey: `end-${terms.subscriptionId}-${causeOf(asked).id}` },
      ),
    );
  }
}
