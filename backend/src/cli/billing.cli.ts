import { connectEventLog } from '../../event-log/eventstoredb/connect-event-log.js';
import { connectOrm } from '../../following/database/connect-orm.js';
import { LiveBuilds } from '../../following/waiting/live-builds.js';
import { Notices } from '../../following/waiting/notices.js';
import { reconcileAll } from '../features/billing/reconciling/keep-reconciled.js';
import { openStripe, type StripeAccess } from '../features/billing/stripe/open-stripe.js';
import { syncPrices } from '../features/billing/stripe/sync-prices.js';
import { stripeOf } from '../platform/config/stripe-variables.js';
import { ProjectionTables } from '../platform/database/projection-tables.js';
import { jsonLog } from '../platform/observability/log.js';
import { runningPayments, serverAddress } from './servers.js';
import { UsageError } from './usage.js';

/** `billing sync-prices | reconcile`. */
export async function billingCommand([action = '']: string[]): Promise<void> {
  if (action !== 'sync-prices' && action !== 'reconcile')
    throw new UsageError(`billing ${action} is not known`);
  const stripe = openStripe(stripeOf({ ...runningPayments(), ...process.env }));
  if (!stripe)
    throw new Error(
      'STRIPE_SECRET_KEY is missing: set it with STRIPE_WEBHOOK_SECRET, or run npm start without keys.',
    );
  if (action === 'sync-prices') await tellPrices(stripe);
  else await tellReconciled(stripe);
}

async function tellPrices({ api }: StripeAccess): Promise<void> {
  const { made, unchanged } = await syncPrices(api);
  for (const key of made) process.stdout.write(`made       ${key}\n`);
  for (const key of unchanged) process.stdout.write(`unchanged  ${key}\n`);
}

async function tellReconciled({ api }: StripeAccess): Promise<void> {
  const orm = await connectOrm(serverAddress('DATABASE_URL'), { poolSize: 2 });
  const eventLog = connectEventLog(serverAddress('EVENTSTORE_URL'));
  const log = jsonLog((line) => process.stderr.write(`${line}\n`));
  try {
    const notices = await Notices.connect(orm);
    const tables = new ProjectionTables(orm, await LiveBuilds.listen(orm, notices));
    const say = (done: number, all: number) => process.stderr.write(`… ${done} of ${all} customers\n`);
    const healed = await reconcileAll({ api, eventLog, tables, log, clock: Date.now }, say);
    await notices.close();
    for (const [workspace, differed] of healed)
      process.stdout.write(`${workspace}  ${differed.join(', ')}\n`);
    process.stdout.write(
      healed.size === 0 ? 'all subscriptions are as Stripe has them\n' : `${healed.size} healed\n`,
    );
  } finally {
    await eventLog.close();
    await orm.close();
  }
}
