import { lookJobSchema, type LookJob } from '../../../contracts/jobs/looks.js';
import type { LookDueJob } from '../../../contracts/jobs/schedules.js';
import type { LookRhythm } from '../../../contracts/values/plans.js';
import type { EventLog, RecordedEvent } from '../../../event-log/event-log.js';
import type { Reaction } from '../../../following/reaction.js';
import type { LooksQueue } from '../../platform/queues/looks-queue.js';
import type { SchedulesQueue, WhenDue } from '../../platform/queues/schedules-queue.js';
import { reactAgain } from './react-to-newest.js';
import type { RhythmOf } from './rhythm-of-plan.js';

export interface PlanningParts {
  readonly looks: Pick<LooksQueue, 'look'>;
  readonly schedules: SchedulesQueue;
  readonly rhythmOf: RhythmOf;
}

type KeywordTracked = RecordedEvent<'tracking.KeywordTracked.v1'>;

/** The stream belongs to another feature; it is met by its name, as its events are. */
export const trackedKeywordStream = (id: string): string => `trackedKeyword-${id}`;

export function lookOfTracked({ id, data }: KeywordTracked, slot: string): LookJob {
  const { trackedKeywordId: correlationId, keyword, marketplace, country } = data;
  return lookJobSchema.parse({
    look: 'search',
    marketplace,
    country,
    keyword,
    slot,
    correlationId,
    causationId: id,
  });
}

function dueOf(event: KeywordTracked, every: LookRhythm): LookDueJob {
  const { slot, ...look } = lookOfTracked(event, every);
  return { ...look, every, workspace: event.data.workspace };
}

/**
 * Plans the looks at a tracked keyword by the plan of its workspace, and answers with the rhythm. Whoever else plans them at the same
 * moment does so by a plan that was read before or after: the last one always looks again, so the newest plan stays.
 */
export async function planLooks(event: KeywordTracked, parts: PlanningParts): Promise<LookRhythm> {
  const { looks, schedules, rhythmOf } = parts;
  for (let every = await rhythmOf(event.data.workspace); ;) {
    const overdue = await schedules.plan(dueOf(event, every));
    if (overdue) await looks.look(overdue);
    const now = await rhythmOf(event.data.workspace);
    if (now === every) return every;
    every = now;
  }
}

/** Gives a tracked keyword the rhythm of the plan where it has another; no look is added by that. */
export const replanLooks = (parts: PlanningParts): Pick<Reaction, 'react'> => ({
  async react(event) {
    const { schedules, rhythmOf } = parts;
    if (event.type === 'tracking.KeywordUntracked.v1') await schedules.cancel(event.data.trackedKeywordId);
    else if (event.type === 'tracking.KeywordTracked.v1') {
      const { trackedKeywordId, workspace } = event.data;
      const [planned, wanted] = [await schedules.rhythmOf(trackedKeywordId), await rhythmOf(workspace)];
      if (planned !== wanted) await planLooks(event, parts);
    }
  },
});

/**
 * A plan may end by time alone, without an event: whatever comes due asks whether its rhythm still holds. And whether its keyword is
 * still tracked, for somebody may have given it another rhythm at the moment that it was given up.
 */
export const keepRhythm =
  (parts: PlanningParts & { readonly eventLog: EventLog }): WhenDue =>
  ({ correlationId }) =>
    reactAgain(parts.eventLog, [trackedKeywordStream(correlationId)], replanLooks(parts));
