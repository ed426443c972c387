import { quotasOf, type LookRhythm, type Plan } from '../../../contracts/values/plans.js';
import type { Config } from '../../platform/config/config.js';
import { DEMO_WORKSPACE } from '../../platform/workspace.js';

/** How often the tracked keywords of a workspace are looked at, by the plan that it has at this moment. */
export type RhythmOf = (workspace: string) => Promise<LookRhythm>;

/**
 * The demo shows what the largest plan has, except for its rhythm: its keywords looked at every hour would keep one machine, with a
 * sandbox of marketplaces on it, busy for nothing.
 * @param planNow not one that is remembered: whoever plans by it may not ask again for a week
 */
export const rhythmByPlan =
  (planNow: (workspace: string) => Promise<Plan>, { DEMO }: Pick<Config, 'DEMO'>): RhythmOf =>
  async (workspace) =>
    DEMO && workspace === DEMO_WORKSPACE ? 'daily' : quotasOf(await planNow(workspace)).lookEvery;
