import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { metadataOfAsked, type Asked } from '../../../../contracts/events/asked.js';
import type { DataOf } from '../../../../contracts/events/catalogue.js';
import type { AnyNewEvent, EventLog } from '../../../../event-log/event-log.js';
import { decideOn } from '../../../platform/event-log/decide-on.js';
import { Problem } from '../../../platform/http/problem.js';
import { EVENT_LOG } from '../../../platform/tokens.js';
import { accountStream, eventIdFrom, evolvePerson, PRODUCER, type PersonState } from '../person.js';

export type Purpose = DataOf<'account.ConsentGiven.v1'>['purpose'];

/** The version of each text that is agreed to now. */
const TEXT_VERSIONS: Readonly<Record<Purpose, string>> = {
  terms: '2026-11',
  'search-history': '2026-11',
  news: '2026-11',
};

/** Answers with everything that the person agrees to now. */
export class ChangeConsent extends Command<Readonly<Record<string, string>>> {
  constructor(
    readonly accountId: string,
    readonly purpose: Purpose,
    readonly agreed: boolean,
    readonly asked: Asked,
  ) {
    super();
  }
}

@CommandHandler(ChangeConsent)
export class ChangeConsentHandler implements ICommandHandler<ChangeConsent> {
  constructor(@Inject(EVENT_LOG) private readonly log: EventLog) {}

  /** @throws Problem 409 for the terms: without them there is no account */
  async execute({
    accountId,
    purpose,
    agreed,
    asked,
  }: ChangeConsent): Promise<Readonly<Record<string, string>>> {
    if (purpose === 'terms' && !agreed)
      throw new Problem('not-possible-now', 'An account stands on the terms: erase it instead.');
    const { workspace: _none, ...by } = asked;
    const textVersion = TEXT_VERSIONS[purpose];
    const written = {
      id: eventIdFrom(asked.ownId ?? asked.requestId, accountId, purpose, String(agreed)),
      metadata: metadataOfAsked(by, PRODUCER),
    };
    const changed: AnyNewEvent = agreed
      ? { ...written, type: 'account.ConsentGiven.v1', data: { accountId, purpose, textVersion } }
      : { ...written, type: 'account.ConsentWithdrawn.v1', data: { accountId, purpose } };
    let consents: Readonly<Record<string, string>> = {};
    await decideOn<PersonState>(this.log, accountStream(accountId), undefined, evolvePerson, ({ state }) => {
      if (!state || state.closed) throw new Problem('sign-in-needed', 'This account is closed.');
      const { [purpose]: known, ...others } = state.consents;
      consents = agreed ? { ...others, [purpose]: textVersion } : others;
      return known === consents[purpose] ? [] : [changed];
    });
    return consents;
  }
}
