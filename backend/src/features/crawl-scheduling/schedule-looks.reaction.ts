import { lastDueMs, slotOf } from '../../../contracts/jobs/schedules.js';
import type { Reaction } from '../../../following/reaction.js';
import { lookOfTracked, planLooks, type PlanningParts } from './plan-looks.js';

/**
 * A keyword that is tracked is looked at now and then in the rhythm of its workspace's plan, until it is no longer tracked. Done again
 * long after the event, it also adds the look that was due last, for it may have been lost; one that was taken is known to the log.
 */
export const scheduleLooks = (parts: PlanningParts, now: () => number = Date.now): Reaction => ({
  name: 'schedule-looks',
  eventTypes: ['tracking.KeywordTracked.v1', 'tracking.KeywordUntracked.v1'],
  async react(event) {
    const { looks, schedules } = parts;
    if (event.type === 'tracking.KeywordUntracked.v1') {
      await schedules.cancel(event.data.trackedKeywordId);
    } else if (event.type === 'tracking.KeywordTracked.v1') {
      const { trackedKeywordId } = event.data;
      await looks.look(lookOfTracked(event, `tracked-${event.id}`));
      const every = await planLooks(event, parts);
      const lastDue = lastDueMs(every, trackedKeywordId, now());
      if (lastDue > Date.parse(event.metadata.occurredAt))
        await looks.look(lookOfTracked(event, slotOf(every, trackedKeywordId, lastDue)));
    }
  },
});
