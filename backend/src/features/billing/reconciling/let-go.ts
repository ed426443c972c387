import type { ProjectionTables } from '../../../platform/database/projection-tables.js';
import { billingNow } from '../subscription/billing-now.js';
import { billedSubscription } from '../subscription/billed-subscription.js';
import { toldOfSubscription } from '../subscription/subscription.stream.js';
import { cancelAtStripe } from './end-duplicate.js';
import type { SettlingParts } from './settle.js';

export interface LettingGoParts extends SettlingParts {
  readonly tables: Pick<ProjectionTables, 'read'>;
}

// Read models of other features; they are met by their names, as their events are.
const MEMBERS = 'members';
const ACCOUNTS = 'accounts';

/**
 * A workspace whose people have all closed their accounts pays no more, and Stripe forgets the address that its invoices went to. (What it
 * must keep of paid invoices by law stays there.) Doing it again changes nothing.
 */
export async function letGo(workspaceId: string, customerId: string, parts: LettingGoParts): Promise<void> {
  if (await hasPeople(workspaceId, parts.tables)) return;
  const state = await toldOfSubscription(parts.eventLog, workspaceId);
  const billed = billedSubscription(state, billingNow(state, new Date(parts.clock()).toISOString()));
  if (billed) await cancelAtStripe(billed.subscriptionId, parts.api);
  await parts.api.customers.update(customerId, { email: '' });
}

async function hasPeople(workspaceId: string, tables: Pick<ProjectionTables, 'read'>): Promise<boolean> {
  const members = await tables.read<{ id: string }>(
    MEMBERS,
    (schema) => `select account_id as id from ${schema}.members where workspace_id = $1`,
    [workspaceId],
  );
  const open = await tables.read(
    ACCOUNTS,
    (schema) => `select 1 from ${schema}.accounts where id = any($1::uuid[]) and not is_closed limit 1`,
    [members.map(({ id }) => id)],
  );
  return open.length > 0;
}
