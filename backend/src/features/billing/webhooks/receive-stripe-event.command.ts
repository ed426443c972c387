import { randomUUID } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { WrongExpectedRevision } from '../../../../event-log/errors.js';
import type { EventLog } from '../../../../event-log/event-log.js';
import { CLOCK, EVENT_LOG, type Clock } from '../../../platform/tokens.js';
import { Problem } from '../../../platform/http/problem.js';
import { STRIPE, type StripeAccess } from '../stripe/open-stripe.js';
import { keptStripeEvent } from '../stripe-events/kept-fields.js';
import { verifySignature, type Verdict } from '../stripe-events/signature.js';
import { storedEvent, stripeEventStream } from '../subscription/subscription-events.js';

/** Stores what Stripe told, once, before anything is done about it. Answers false where it was stored before. */
export class ReceiveStripeEvent extends Command<boolean> {
  constructor(
    /** As they came. */
    readonly bytes: Uint8Array,
    readonly signature: string | undefined,
    /** The same, parsed. */
    readonly body: unknown,
  ) {
    super();
  }
}

const REFUSED: Readonly<Record<Extract<Verdict, { isOurs: false }>['why'], string>> = {
  'no-signature': 'The header Stripe-Signature is missing.',
  malformed: 'The header Stripe-Signature cannot be read.',
  'too-old': 'It was signed more than five minutes ago.',
  'too-new': 'It was signed more than five minutes in the future.',
  'wrong-signature': 'The signature does not fit the body.',
};

@CommandHandler(ReceiveStripeEvent)
export class ReceiveStripeEventHandler implements ICommandHandler<ReceiveStripeEvent> {
  constructor(
    @Inject(STRIPE) private readonly stripe: StripeAccess | undefined,
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 where Stripe did not sign exactly these bytes a moment ago */
  async execute({ bytes, signature, body }: ReceiveStripeEvent): Promise<boolean> {
    // Without keys nobody can sign anything.
    const webhookSecrets = this.stripe?.webhookSecrets ?? [];
    const verdict = verifySignature(bytes, signature, webhookSecrets, this.clock() / 1_000);
    if (!verdict.isOurs) throw new Problem('malformed-request', REFUSED[verdict.why]);
    const kept = keptStripeEvent(body);
    if (!kept) throw new Problem('malformed-request', 'This is no event of Stripe’s.');
    try {
      // With an id of its own: appending the same event again would be taken for the first time.
      const event = { ...storedEvent(kept), id: randomUUID() };
      await this.log.append(stripeEventStream(kept.stripeEventId), 'no-stream', [event]);
      return true;
    } catch (error) {
      if (error instanceof WrongExpectedRevision) return false;
      throw error;
    }
  }
}
