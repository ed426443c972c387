import { Injectable } from '@nestjs/common';
import type { Asker } from '../../../../contracts/events/asked.js';
import { FreshReads } from '../../../platform/database/fresh-reads.js';
import type { Addresses } from '../../../platform/security/caller.js';
import { accountEvent } from '../account.decider.js';
import { Accounts } from '../accounts.js';
import { ACCOUNTS } from '../accounts.projection.js';

/** Addresses that somebody proved by another link than the one that was mailed for it. */
@Injectable()
export class ProvedAddresses implements Addresses {
  constructor(
    private readonly accounts: Accounts,
    private readonly fresh: FreshReads,
  ) {}

  async proved(accountId: string, emailHash: string, asked: Asker): Promise<void> {
    const verified = accountEvent(
      'account.EmailVerified.v1',
      { accountId, emailHash },
      { ...asked, actor: accountId },
    );
    const { position } = await this.accounts.decide(accountId, (state) =>
      !state || state.isClosed || state.isVerified || state.emailHash !== emailHash ? [] : [verified],
    );
    await this.fresh.waitFor(ACCOUNTS, String(position ?? 0n));
  }
}
