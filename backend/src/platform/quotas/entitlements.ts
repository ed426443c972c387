import type { Plan } from '../../../contracts/values/plans.js';

/** What the gate and the quotas ask of whoever keeps the subscriptions. */
export interface Entitlements {
  /** The plan that a workspace has right now; may lag by a second. */
  planOf(workspace: string): Promise<Plan>;
}

export const ENTITLEMENTS = Symbol('entitlements');
