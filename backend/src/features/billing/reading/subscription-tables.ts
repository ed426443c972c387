import { Inject, Injectable } from '@nestjs/common';
import { FreshReads } from '../../../platform/database/fresh-reads.js';
import { ProjectionTables } from '../../../platform/database/projection-tables.js';
import { CLOCK, type Clock } from '../../../platform/tokens.js';
import { billingNow } from '../subscription/billing-now.js';
import { entitlement, type Entitlement } from '../subscription/entitlement.js';
import type { SubscriptionState } from '../subscription/subscription-state.js';
import { stateOf, type StoredFact } from './stored-facts.js';
import { SUBSCRIPTIONS } from './subscriptions.projection.js';

/** What the read model tells of one workspace. */
@Injectable()
export class SubscriptionTables {
  constructor(
    private readonly tables: ProjectionTables,
    private readonly fresh: FreshReads,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  freshness(minPosition: string | undefined): Promise<{ stale?: true }> {
    return this.fresh.waitFor(SUBSCRIPTIONS, minPosition);
  }

  read<Row>(sql: (schema: string) => string, values: readonly unknown[]): Promise<Row[]> {
    return this.tables.read<Row>(SUBSCRIPTIONS, sql, values);
  }

  /** By what was recorded until then; undefined: until now. */
  async stateOf(workspace: string, asOf?: string): Promise<SubscriptionState> {
    const facts = await this.read<StoredFact>(
      (schema) => `select type, data from ${schema}.subscription_fact
                    where workspace = $1 and ($2::timestamptz is null or recorded_at <= $2)`,
      [workspace, asOf ?? null],
    );
    return stateOf(facts);
  }

  /** What the workspace may do now, or might do then. */
  async entitlementOf(workspace: string, asOf?: string): Promise<Entitlement> {
    const state = await this.stateOf(workspace, asOf);
    return entitlement(state, billingNow(state, asOf ?? new Date(this.clock()).toISOString()));
  }
}
