import { planOfEverybody, type Plan } from '../../platform/limits/request-limits.js';

/** How long each plan keeps searches. */
const DAYS: Readonly<Record<Plan, number>> = { free: 30, starter: 180, pro: 730, agency: 1_825 };
const DAY_MS = 86_400_000;

/** Searches from before this moment, ISO 8601, are kept no more. Everybody is on the largest plan until plans can be bought. */
export const keptSince = (nowMs: number, plan: Plan = planOfEverybody): string =>
  new Date(nowMs - DAYS[plan] * DAY_MS).toISOString();
