import type { EventType } from '../../../contracts/events/catalogue.js';
import { subscriptionEvents } from '../../../contracts/events/subscription/subscription-events.js';
import type { LookRhythm } from '../../../contracts/values/plans.js';
import type { EventLog } from '../../../event-log/event-log.js';
import type { Reaction } from '../../../following/reaction.js';
import type { FreshReads } from '../../platform/database/fresh-reads.js';
import type { ProjectionTables } from '../../platform/database/projection-tables.js';
import { replanLooks, trackedKeywordStream, type PlanningParts } from './plan-looks.js';
import { reactAgain } from './react-to-newest.js';

/** These read models belong to other features; they are met by their names. */
const SUBSCRIPTIONS = 'subscriptions';
const TRACKED_KEYWORDS = 'tracked-keywords';

const FACTS = (Object.keys(subscriptionEvents) as EventType[]).filter(
  (type) => type !== 'subscription.StripeEventStored.v1',
);
const LONGEST_WAIT_MS = 10_000;
const AT_ONCE = 32;

export interface FollowingParts extends PlanningParts {
  readonly eventLog: EventLog;
  readonly tables: ProjectionTables;
  readonly fresh: FreshReads;
}

/**
 * Whatever may have changed the plan of a workspace gives all that it tracks the rhythm of the plan. It hears of tracking, too: whoever
 * planned the new keyword did not wait until the read model knew of a subscription that began just before.
 */
export const followPlan = (parts: FollowingParts): Reaction => ({
  name: 'follow-plan',
  eventTypes: [...FACTS, 'tracking.KeywordTracked.v1'],
  async react({ type, data, position, stream }) {
    const { eventLog, tables, fresh, rhythmOf } = parts;
    const replan = (streams: readonly string[]) => reactAgain(eventLog, streams, replanLooks(parts));
    // What came before this in the log was waited for when it was reacted to.
    if (type === 'tracking.KeywordTracked.v1') return replan([stream]);
    if (!('workspaceId' in data)) return;
    const { workspaceId } = data;
    for (const model of [SUBSCRIPTIONS, TRACKED_KEYWORDS])
      if (!(await fresh.isAt(model, position, LONGEST_WAIT_MS)))
        throw new Error(`the read model ${model} has not come to ${type} at position ${position} yet`);
    const tracked = await trackedBy(workspaceId, tables);
    for (let wanted = await rhythmOf(workspaceId); ;) {
      await replan((await changeAll(tracked, wanted, parts)).map(trackedKeywordStream));
      const now = await rhythmOf(workspaceId);
      if (now === wanted) break;
      wanted = now;
    }
    const kept = new Set(await trackedBy(workspaceId, tables));
    await replan(tracked.filter((id) => !kept.has(id)).map(trackedKeywordStream));
  },
});

async function trackedBy(workspace: string, tables: ProjectionTables): Promise<string[]> {
  const found = await tables.read<{ id: string }>(
    TRACKED_KEYWORDS,
    (schema) => `select id from ${schema}.tracked_keywords where workspace = $1`,
    [workspace],
  );
  return found.map(({ id }) => id);
}

/**
 * There may be tens of thousands: this asks Redis alone, once where the rhythm stays, as after most facts.
 * @returns those for which nothing is planned (any more, or not yet): only the log says what to plan for them
 */
async function changeAll(
  ids: readonly string[],
  every: LookRhythm,
  { looks, schedules }: PlanningParts,
): Promise<string[]> {
  const unplanned: string[] = [];
  const left = ids.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const id of left) {
        const overdue = await schedules.change(id, every);
        if (overdue === 'nothing planned') unplanned.push(id);
        else if (overdue) await looks.look(overdue);
      }
    }),
  );
  return unplanned;
}
