import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asked } from '../../../../contracts/events/asked.js';
import type { EventLog } from '../../../../event-log/event-log.js';
import type { Config } from '../../../platform/config/config.js';
import { Problem } from '../../../platform/http/problem.js';
import { CONFIG, EVENT_LOG } from '../../../platform/tokens.js';
import { askStripe, requireStripe } from '../stripe/ask-stripe.js';
import { STRIPE, type StripeAccess } from '../stripe/open-stripe.js';
import { customerOf } from '../subscription/subscription-state.js';
import { toldOfSubscription } from '../subscription/subscription.stream.js';

/** Stripe's own page for cards, tax ids and invoices. Answers with a link that is good for one visit. */
export class OpenPortal extends Command<string> {
  constructor(readonly asked: Asked) {
    super();
  }
}

@CommandHandler(OpenPortal)
export class OpenPortalHandler implements ICommandHandler<OpenPortal> {
  constructor(
    @Inject(STRIPE) private readonly stripe: StripeAccess | undefined,
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
  ) {}

  /** @throws Problem 409 where nothing was ever bought */
  async execute({ asked }: OpenPortal): Promise<string> {
    const { api } = requireStripe(this.stripe);
    const customer = customerOf(await toldOfSubscription(this.log, asked.workspace));
    if (customer === undefined)
      throw new Problem('not-possible-now', 'Nothing was bought yet. Choose a plan first.');
    const session = await askStripe(() =>
      api.billingPortal.sessions.create({ customer, return_url: `${this.config.PUBLIC_URL}/billing` }),
    );
    return session.url;
  }
}
