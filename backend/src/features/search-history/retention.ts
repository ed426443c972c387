import { Inject, Injectable } from '@nestjs/common';
import { comparePlans, quotasOf, type Plan } from '../../../contracts/values/plans.js';
import { ENTITLEMENTS, type Entitlements } from '../../platform/quotas/entitlements.js';
import { MEMBERS, type Members } from '../../platform/security/caller.js';
import { CLOCK, type Clock } from '../../platform/tokens.js';

const DAY_MS = 86_400_000;

/** Searches from before this moment, ISO 8601, are kept no more by the plan. */
export const keptSince = (nowMs: number, plan: Plan): string =>
  new Date(nowMs - quotasOf(plan).searchHistoryDays * DAY_MS).toISOString();

/** How long a person's searches are kept: a history is one for all their workspaces, so the largest plan among these says. */
@Injectable()
export class Retention {
  constructor(
    @Inject(MEMBERS) private readonly members: Members,
    @Inject(ENTITLEMENTS) private readonly entitlements: Entitlements,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async keptSinceOf(accountId: string, nowMs = this.clock()): Promise<string> {
    const workspaces = await this.members.workspacesOf(accountId);
    const plans = await Promise.all(workspaces.map((workspace) => this.entitlements.planOf(workspace)));
    return keptSince(nowMs, plans.toSorted(comparePlans).at(-1) ?? 'free');
  }
}
