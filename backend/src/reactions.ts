import type { Reaction } from '../following/reaction.js';
import { sendBillingMail } from './features/billing/mails/send-billing-mail.reaction.js';
import { hearStripe, type HearingParts } from './features/billing/webhooks/hear-stripe.reaction.js';
import { followPlan, type FollowingParts } from './features/crawl-scheduling/follow-plan.reaction.js';
import { keepRhythm } from './features/crawl-scheduling/plan-looks.js';
import { scheduleLooks } from './features/crawl-scheduling/schedule-looks.reaction.js';
import { startCrawl } from './features/crawl-scheduling/start-crawl.reaction.js';
import { sendAccountMail, type MailingParts } from './features/accounts/mails/send-account-mail.reaction.js';
import { sendInvitation } from './features/workspaces/send-invitation.reaction.js';
import { finishErasure } from './features/privacy/finish-erasure.reaction.js';
import type { ErasureParts } from './features/privacy/erasing/erase-person.js';
import type { ProjectionTables } from './platform/database/projection-tables.js';
import { openLooksQueue } from './platform/queues/looks-queue.js';
import { redisForRequests } from './platform/queues/redis.js';
import { openSchedulesQueue, startDueLooks } from './platform/queues/schedules-queue.js';

export interface OpenReactions {
  readonly reactions: readonly Reaction[];
  readonly startCrawl: Reaction;
  readonly scheduleLooks: Reaction;
  /** Ends the queues; stop the reactor before. */
  close(): Promise<void>;
}

/** Every reaction of the product with the queues that they need: what the reactor runs. */
export function openReactions(
  redisUrl: string,
  planning: Omit<FollowingParts, 'looks' | 'schedules'>,
  mailing: MailingParts | undefined,
  erasing: Omit<ErasureParts, 'redis'> | undefined,
  hearing: (HearingParts & { readonly tables: ProjectionTables }) | undefined,
  onError: (error: Error) => void,
): OpenReactions {
  const looks = openLooksQueue(redisUrl, onError);
  const schedules = openSchedulesQueue(redisUrl, onError);
  const redis = redisForRequests(redisUrl, onError);
  const planned = { ...planning, looks, schedules };
  const dueLooks = startDueLooks(redisUrl, looks, keepRhythm(planned), onError);
  const each = { startCrawl: startCrawl(looks), scheduleLooks: scheduleLooks(planned) };
  return {
    ...each,
    reactions: [
      each.startCrawl,
      each.scheduleLooks,
      followPlan(planned),
      ...(mailing ? [sendAccountMail(mailing), sendInvitation(mailing)] : []),
      ...(erasing ? [finishErasure({ ...erasing, redis })] : []),
      ...(hearing ? [hearStripe(hearing)] : []),
      ...(hearing && mailing ? [sendBillingMail({ ...mailing, tables: hearing.tables })] : []),
    ],
    async close() {
      await dueLooks.close();
      redis.disconnect();
      await Promise.all([looks.close(), schedules.close()]);
    },
  };
}
