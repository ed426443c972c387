import {
  dailyPattern,
  dailySchedulerId,
  dailySlot,
  lastDueMs,
  LOOK_DUE_JOB_NAME,
  lookDueJobSchema,
} from '../../../contracts/jobs/schedules.js';
import type { Reaction } from '../../../following/reaction.js';
import type { LooksQueue } from '../../platform/queues/looks-queue.js';
import { DUE_JOB_OPTIONS, type SchedulesQueue } from '../../platform/queues/schedules-queue.js';

/**
 * A keyword that is tracked is looked at now and then once a day, until it is no longer tracked. Done again long after
 * the event, it also adds the look that was due last, for it may have been lost; one that was taken is known to the log.
 */
export const scheduleLooks = (
  looks: LooksQueue,
  schedules: SchedulesQueue,
  now: () => number = Date.now,
): Reaction => ({
  name: 'schedule-looks',
  eventTypes: ['tracking.KeywordTracked.v1', 'tracking.KeywordUntracked.v1'],
  async react(event) {
    if (event.type === 'tracking.KeywordUntracked.v1') {
      await schedules.queue.removeJobScheduler(dailySchedulerId(event.data.trackedKeywordId));
    } else if (event.type === 'tracking.KeywordTracked.v1') {
      const { trackedKeywordId, keyword, marketplace, country } = event.data;
      const due = lookDueJobSchema.parse({
        look: 'search',
        marketplace,
        country,
        keyword,
        correlationId: trackedKeywordId,
        causationId: event.id,
      });
      await looks.look({ ...due, slot: `tracked-${event.id}` });
      await schedules.queue.upsertJobScheduler(
        dailySchedulerId(trackedKeywordId),
        { pattern: dailyPattern(trackedKeywordId), tz: 'UTC' },
        { name: LOOK_DUE_JOB_NAME, data: due, opts: DUE_JOB_OPTIONS },
      );
      const lastDue = lastDueMs(trackedKeywordId, now());
      if (lastDue > Date.parse(event.metadata.occurredAt))
        await looks.look({ ...due, slot: dailySlot(trackedKeywordId, lastDue) });
    }
  },
});
