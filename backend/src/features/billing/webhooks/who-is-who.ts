import type { ProjectionTables } from '../../../platform/database/projection-tables.js';
import { SUBSCRIPTIONS } from '../reading/subscriptions.projection.js';
import type { WhoseParts } from './whose-event.js';

/** The read model of workspaces belongs to another feature; it is met by its name, as its events are. */
const MEMBERS = 'members';

/** What read models know of Stripe's customers and of our workspaces. */
export function whoIsWho(tables: Pick<ProjectionTables, 'read'>): Omit<WhoseParts, 'api'> {
  return {
    async workspaceOf(customerId) {
      const [found] = await tables.read<{ workspace: string }>(
        SUBSCRIPTIONS,
        (schema) => `select workspace from ${schema}.subscription where customer_id = $1`,
        [customerId],
      );
      return found?.workspace;
    },
    async isWorkspace(workspaceId) {
      const found = await tables.read(
        MEMBERS,
        (schema) => `select 1 from ${schema}.workspaces where id = $1`,
        [workspaceId],
      );
      return found.length > 0;
    },
  };
}
