import { Injectable } from '@nestjs/common';
import { quotasOf, type Plan } from '../../../../contracts/values/plans.js';
import { Problem } from '../../../platform/http/problem.js';
import { Quotas } from '../../../platform/quotas/quotas.js';

export interface TooMuch {
  readonly name: string;
  readonly used: number;
  readonly limit: number;
}

/** What a workspace has, held against another plan. */
@Injectable()
export class InUse {
  constructor(private readonly quotas: Quotas) {}

  /** What stands and is more than the plan allows; what was used up today is not among it. */
  async beyond(plan: Plan, workspace: string): Promise<TooMuch[]> {
    const allowed = quotasOf(plan);
    const meters = await this.quotas.metersOf(workspace);
    return meters
      .filter(({ resetsAt }) => resetsAt === null)
      .map(({ name, used }) => ({ name, used, limit: allowed[name] }))
      .filter(({ used, limit }) => used > limit);
  }

  /** @throws Problem 409 that tells what to remove, one by one; nothing is removed by us */
  async requireRoom(plan: Plan, workspace: string): Promise<void> {
    const tooMuch = await this.beyond(plan, workspace);
    if (tooMuch.length === 0) return;
    throw new Problem(
      'not-possible-now',
      `More is in use than the plan ${plan} has. Remove what is too much, then change.`,
      tooMuch.map(({ name, used, limit }) => ({
        path: name,
        message: `${used} in use, ${limit} in the plan: remove ${used - limit}`,
      })),
    );
  }
}
