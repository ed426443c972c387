import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Asker } from '../../../../contracts/events/asked.js';
import type { EventLog } from '../../../../event-log/event-log.js';
import { decideOn, told } from '../../../platform/event-log/decide-on.js';
import { Problem } from '../../../platform/http/problem.js';
import { Sealing } from '../../../platform/privacy/sealing.js';
import { EVENT_LOG } from '../../../platform/tokens.js';
import { accountEvent, type Account, type Provider } from '../account.decider.js';
import { Accounts } from '../accounts.js';
import type { ExternalIdentity } from './dance.js';
import { evolveIdentity, externalIdentityStream, type IdentityHolder } from './external-identity.decider.js';

export interface ReservedIdentity {
  readonly provider: Provider;
  readonly subjectHash: string;
}

/** Whose an identity at a provider is. */
@Injectable()
export class ExternalIdentities {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    private readonly accounts: Accounts,
    private readonly sealing: Sealing,
  ) {}

  nameOf({ provider, subject }: Pick<ExternalIdentity, 'provider' | 'subject'>): ReservedIdentity {
    return {
      provider,
      subjectHash: this.sealing.fingerprint('external identities', `${provider}|${subject}`),
    };
  }

  /** The open account that can be entered with it. */
  async accountOf(identity: ReservedIdentity): Promise<Account | undefined> {
    const holder = await this.holderOf(identity);
    return holder === undefined ? undefined : this.enteredBy(holder, identity);
  }

  /**
   * From now on it is this account's. A reservation that was never followed by the link (something broke off) and one of a closed account
   * hold nobody up.
   * @returns false where it is somebody else's
   */
  async reserve(identity: ReservedIdentity, accountId: string, asked: Asker): Promise<boolean> {
    const holder = await this.holderOf(identity);
    if (holder === accountId) return true;
    if (holder !== undefined && (await this.enteredBy(holder, identity))) return false;
    const reserved = accountEvent(
      'account.IdentityReserved.v1',
      { accountId, ...identity },
      asked,
      randomUUID(),
    );
    await decideOn<IdentityHolder>(this.log, streamOf(identity), undefined, evolveIdentity, ({ state }) => {
      if (state === accountId) return [];
      if (state !== holder)
        throw new Problem('conflict', 'Somebody else is linking this very identity. Try again.');
      return [reserved];
    });
    return true;
  }

  async release(identity: ReservedIdentity, accountId: string, asked: Asker): Promise<void> {
    const released = accountEvent(
      'account.IdentityReleased.v1',
      { accountId, ...identity },
      asked,
      randomUUID(),
    );
    await decideOn<IdentityHolder>(this.log, streamOf(identity), undefined, evolveIdentity, ({ state }) =>
      state === accountId ? [released] : [],
    );
  }

  private async holderOf(identity: ReservedIdentity): Promise<IdentityHolder> {
    const { state } = await told<IdentityHolder>(this.log, streamOf(identity), undefined, evolveIdentity);
    return state;
  }

  private async enteredBy(
    accountId: string,
    { subjectHash }: ReservedIdentity,
  ): Promise<Account | undefined> {
    const account = await this.accounts.byId(accountId);
    return account?.identities.some((linked) => linked.subjectHash === subjectHash) ? account : undefined;
  }
}

const streamOf = ({ subjectHash }: ReservedIdentity): string => externalIdentityStream(subjectHash);
