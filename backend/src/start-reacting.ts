import type { MikroORM } from '@mikro-orm/postgresql';
import type { EventLog } from '../event-log/event-log.js';
import { startReactor } from '../following/runner/start-reactor.js';
import { LiveBuilds } from '../following/waiting/live-builds.js';
import { Notices } from '../following/waiting/notices.js';
import { ProjectionMoves } from '../following/waiting/projection-moves.js';
import { ProjectionWaiter } from '../following/waiting/projection-waiter.js';
import { PlanOfWorkspace } from './features/billing/reading/plan-of-workspace.query.js';
import { SubscriptionTables } from './features/billing/reading/subscription-tables.js';
import { keepReconciled } from './features/billing/reconciling/keep-reconciled.js';
import type { StripeAccess } from './features/billing/stripe/open-stripe.js';
import { whoIsWho } from './features/billing/webhooks/who-is-who.js';
import type { MailingParts } from './features/accounts/mails/send-account-mail.reaction.js';
import { rhythmByPlan } from './features/crawl-scheduling/rhythm-of-plan.js';
import type { Config } from './platform/config/config.js';
import { FreshReads } from './platform/database/fresh-reads.js';
import { ProjectionTables } from './platform/database/projection-tables.js';
import type { Log } from './platform/observability/log.js';
import type { KeyRing } from './platform/privacy/key-ring.js';
import { keepQueues } from './platform/queues/queue-keeper.js';
import { redisForRequests } from './platform/queues/redis.js';
import { openReactions } from './reactions.js';
import { restoreQueues } from './restore-queues.js';

export interface ReactingOptions {
  readonly orm: MikroORM;
  readonly eventLog: EventLog;
  readonly redisUrl: string;
  /** What plan a workspace has without a subscription, and whether there is a demo. */
  readonly config: Pick<Config, 'DEMO' | 'PLAN_WITHOUT_SUBSCRIPTION'>;
  /** What writing to people takes; absent: nobody is written to. */
  readonly mailing?: Omit<MailingParts, 'eventLog'>;
  /** The keys of persons; absent: erasures are not finished here. */
  readonly ring?: KeyRing;
  /** Stripe; absent: nothing is bought here. */
  readonly stripe?: StripeAccess | undefined;
  readonly log?: Log;
  readonly clock?: () => number;
  readonly onError: (error: Error) => void;
  /** How often to ask whether Redis still has the queues; default 1 s. */
  readonly lookEveryMs?: number;
}

export interface Reacting {
  /** Names of the reactions. */
  readonly names: readonly string[];
  stop(): Promise<void>;
}

const SILENT: Log = { write: () => undefined };

/** Every reaction of the product, and the queues that they fill kept full. */
export async function startReacting(options: ReactingOptions): Promise<Reacting> {
  const { orm, eventLog, redisUrl, config, mailing, ring, onError } = options;
  const notices = await Notices.connect(orm);
  const waiter = new ProjectionWaiter(orm, await ProjectionMoves.listen(orm, notices));
  const tables = new ProjectionTables(orm, await LiveBuilds.listen(orm, notices));
  const fresh = new FreshReads(waiter);
  const erasing = ring && { orm, eventLog, tables, fresh, ring };
  const { stripe, log = SILENT, clock = Date.now } = options;
  const billing = stripe && { api: stripe.api, eventLog, tables, log, clock };
  const hearing = billing && { ...billing, ...whoIsWho(tables) };
  const plans = new PlanOfWorkspace(new SubscriptionTables(tables, fresh, clock), config, clock);
  const rhythmOf = rhythmByPlan((workspace) => plans.planNow(workspace), config);
  const planning = { eventLog, tables, fresh, rhythmOf };
  const opened = openReactions(
    redisUrl,
    planning,
    mailing && { ...mailing, eventLog },
    erasing,
    hearing,
    onError,
  );
  const reactor = await startReactor({ orm, eventLog, reactions: opened.reactions, onError });
  const sources = {
    eventLog,
    tables,
    fresh,
    startCrawl: opened.startCrawl,
    scheduleLooks: opened.scheduleLooks,
  };
  const keeper = keepQueues({ ...options, restore: (signal) => restoreQueues(sources, signal) });
  const redis = redisForRequests(redisUrl, onError);
  const reconciled = billing && keepReconciled({ ...billing, redis });
  return {
    names: opened.reactions.map(({ name }) => name),
    async stop() {
      const kept = keeper.close();
      await reconciled?.stop();
      redis.disconnect();
      await reactor.stop();
      // Ends a restoring, too, that waits for a Redis which is away.
      await opened.close();
      await kept;
      await notices.close();
    },
  };
}
