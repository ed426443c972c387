import { Inject, Injectable } from '@nestjs/common';
import type { Plan } from '../../../../contracts/values/plans.js';
import type { Config } from '../../../platform/config/config.js';
import { Remembered } from '../../../platform/in-memory/remembered.js';
import type { Entitlements } from '../../../platform/quotas/entitlements.js';
import { CLOCK, CONFIG, type Clock } from '../../../platform/tokens.js';
import { DEMO_WORKSPACE } from '../../../platform/workspace.js';
import { SubscriptionTables } from './subscription-tables.js';

/** So long a plan that has changed may still count as it was, in each process. */
const GOOD_MS = 1_000;
const MOST_REMEMBERED = 50_000;

interface Standing {
  readonly plan: Plan;
  readonly changes_ms: number | null;
}

/** The plan of a workspace: by its subscription, or the one that everybody has without. */
@Injectable()
export class PlanOfWorkspace implements Entitlements {
  private readonly plans = new Remembered<Plan>(GOOD_MS, MOST_REMEMBERED);

  constructor(
    private readonly tables: SubscriptionTables,
    @Inject(CONFIG) private readonly config: Pick<Config, 'DEMO' | 'PLAN_WITHOUT_SUBSCRIPTION'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  planOf(workspace: string): Promise<Plan> {
    return this.plans.get(workspace, () => this.planNow(workspace));
  }

  /** Not remembered: for whoever acts on a change, and may not ask again for long. */
  async planNow(workspace: string): Promise<Plan> {
    const plan = await this.subscribed(workspace);
    return plan === undefined || plan === 'free' ? this.without(workspace) : plan;
  }

  private async subscribed(workspace: string): Promise<Plan | undefined> {
    const [standing] = await this.tables.read<Standing>(
      (schema) => `select plan, (extract(epoch from changes_at) * 1000)::float8 as changes_ms
                     from ${schema}.subscription where workspace = $1`,
      [workspace],
    );
    const isOver = standing && standing.changes_ms !== null && standing.changes_ms <= this.clock();
    return isOver ? (await this.tables.entitlementOf(workspace)).plan : standing?.plan;
  }

  /** The demo shows everything that there is. */
  private without(workspace: string): Plan {
    return this.config.DEMO && workspace === DEMO_WORKSPACE
      ? 'agency'
      : this.config.PLAN_WITHOUT_SUBSCRIPTION;
  }
}
