import { Injectable } from '@nestjs/common';
import { ProjectionTables } from '../../../platform/database/projection-tables.js';
import type { Sessions } from '../../../platform/security/caller.js';
import { ACCOUNTS } from '../accounts.projection.js';
import { SessionStore } from './session-store.js';

interface Standing {
  readonly isOperator: boolean;
  readonly hasSecondFactor: boolean;
}

/** What the gate asks about a session. */
@Injectable()
export class SessionStanding implements Sessions {
  constructor(
    private readonly sessions: SessionStore,
    private readonly tables: ProjectionTables,
  ) {}

  async standingOf(sessionId: string): Promise<Standing | undefined> {
    const accountId = await this.sessions.isOpen(sessionId);
    if (accountId === undefined) return undefined;
    const [account] = await this.tables.read<Standing>(
      ACCOUNTS,
      (schema) =>
        `select is_operator as "isOperator", has_second_factor as "hasSecondFactor" from ${schema}.accounts where id = $1 and not is_closed`,
      [accountId],
    );
    return account;
  }
}
