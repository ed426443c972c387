import { Injectable } from '@nestjs/common';
import { ProjectionTables } from '../../../platform/database/projection-tables.js';
import { Problem } from '../../../platform/http/problem.js';
import { Sealing } from '../../../platform/privacy/sealing.js';

/** The read model of accounts belongs to another feature; it is met by its name, as its events are. */
const ACCOUNTS = 'accounts';

/** Whom invoices go to: opened at the moment that Stripe is told. */
@Injectable()
export class Payer {
  constructor(
    private readonly tables: ProjectionTables,
    private readonly sealing: Sealing,
  ) {}

  /** @throws Problem 403 where the address is not proved: invoices would go to a stranger */
  async emailOf(accountId: string): Promise<string> {
    const [account] = await this.tables.read<{ email: string; isVerified: boolean }>(
      ACCOUNTS,
      (schema) =>
        `select email, is_verified as "isVerified" from ${schema}.accounts where id = $1 and not is_closed`,
      [accountId],
    );
    if (!account?.isVerified)
      throw new Problem(
        'email-unproved',
        'Confirm your address with the link that we sent you, then choose a plan.',
      );
    return this.sealing.openOrErased(account.email);
  }
}
