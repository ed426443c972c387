import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Asker } from '../../../contracts/events/asked.js';
import type { AnyNewEvent, EventLog } from '../../../event-log/event-log.js';
import { decideOn, told, type Told } from '../../platform/event-log/decide-on.js';
import { Sealing } from '../../platform/privacy/sealing.js';
import { EVENT_LOG } from '../../platform/tokens.js';
import { accountEvent, accountStream, evolve, type Account, type AccountState } from './account.decider.js';
import { emailAddressStream, evolveHolder, type Holder } from './email-address.decider.js';

/** Accounts as the log has them at this moment: signing in waits for no read model. */
@Injectable()
export class Accounts {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    private readonly sealing: Sealing,
  ) {}

  fingerprintOf(email: string): string {
    return this.sealing.fingerprint('e-mail addresses', email);
  }

  /** Undefined where nobody registered it, or the account is closed. */
  async byEmail(email: string): Promise<Account | undefined> {
    const { state: holder } = await this.holderOf(this.fingerprintOf(email));
    return holder === undefined ? undefined : this.byId(holder);
  }

  async byId(id: string): Promise<Account | undefined> {
    const { state } = await told<AccountState>(this.log, accountStream(id), undefined, evolve);
    return state?.isClosed ? undefined : state;
  }

  /**
   * Whose id an address belongs to from now on: a new one, or that of whoever has it. A registration that broke off after this goes on
   * with the same id.
   */
  async reserve(emailHash: string, asked: Asker): Promise<string> {
    const accountId = randomUUID();
    const { before } = await decideOn<Holder>(
      this.log,
      emailAddressStream(emailHash),
      undefined,
      evolveHolder,
      ({ state }) =>
        state === undefined
          ? [accountEvent('account.EmailReserved.v1', { accountId, emailHash }, asked)]
          : [],
    );
    return before ?? accountId;
  }

  /** The address may be registered by anybody again. */
  async release({ id, emailHash }: Pick<Account, 'id' | 'emailHash'>, asked: Asker): Promise<void> {
    await decideOn<Holder>(this.log, emailAddressStream(emailHash), undefined, evolveHolder, ({ state }) =>
      state === id ? [accountEvent('account.EmailReleased.v1', { accountId: id, emailHash }, asked)] : [],
    );
  }

  /** Decides on the account as it is. @param decide throws where what is asked may not be */
  async decide(
    id: string,
    decide: (state: AccountState) => readonly AnyNewEvent[],
  ): Promise<{ readonly before: AccountState; readonly position: bigint | undefined }> {
    return decideOn<AccountState>(this.log, accountStream(id), undefined, evolve, ({ state }) =>
      decide(state),
    );
  }

  private holderOf(emailHash: string): Promise<Told<Holder>> {
    return told<Holder>(this.log, emailAddressStream(emailHash), undefined, evolveHolder);
  }
}
