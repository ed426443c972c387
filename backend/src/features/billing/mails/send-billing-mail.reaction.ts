import type { Sealed } from '../../../../contracts/values/sealed.js';
import type { EventLog } from '../../../../event-log/event-log.js';
import type { Reaction } from '../../../../following/reaction.js';
import type { ProjectionTables } from '../../../platform/database/projection-tables.js';
import type { Mailer } from '../../../platform/mail/mailer.js';
import type { Sealing } from '../../../platform/privacy/sealing.js';
import { termsIn } from '../reading/stored-facts.js';
import { toldOfSubscription } from '../subscription/subscription.stream.js';
import { GRACE_LAPSED, GRACE_STARTED } from './billing-mails.js';

/** What happened longer ago was told then: reactions that begin anew must not write to everybody again. */
const TOLD_WITHIN_MS = 3 * 24 * 3_600_000;

export interface BillingMailingParts {
  readonly eventLog: EventLog;
  readonly tables: Pick<ProjectionTables, 'read'>;
  readonly mailer: Mailer;
  readonly sealing: Sealing;
  readonly publicUrl: string;
  readonly clock?: () => number;
}

interface Owner {
  readonly name: Sealed;
  readonly email: Sealed;
  readonly locale: 'en' | 'fr';
}

/** Tells the owners of a workspace that its payment failed, and what that led to. A mail may come twice, never not at all. */
export function sendBillingMail(parts: BillingMailingParts): Reaction {
  const { eventLog, tables, mailer, sealing, publicUrl, clock = Date.now } = parts;
  return {
    name: 'send-billing-mail',
    eventTypes: ['subscription.GraceStarted.v1', 'subscription.GraceEnded.v1'],
    async react({ type, data, metadata }) {
      if (type !== 'subscription.GraceStarted.v1' && type !== 'subscription.GraceEnded.v1') return;
      if ('outcome' in data && data.outcome !== 'lapsed') return;
      if (clock() - Date.parse(metadata.recordedAt) > TOLD_WITHIN_MS) return;
      const { workspaceId, subscriptionId, graceUntil } = data;
      const terms = termsIn(await toldOfSubscription(eventLog, workspaceId), subscriptionId);
      const words = 'outcome' in data ? GRACE_LAPSED : GRACE_STARTED;
      for (const { name, email, locale } of await ownersOf(workspaceId, tables)) {
        const [to, hello] = [sealing.open(email), sealing.open(name)];
        // Erased meanwhile.
        if (to === undefined || hello === undefined) continue;
        const link = `${publicUrl}/billing`;
        const said = { name: hello, plan: terms?.plan ?? '', until: graceUntil.slice(0, 10), link };
        await mailer.send({ to, ...words[locale](said) });
      }
    },
  };
}

// Read models of other features; they are met by their names, as their events are.
async function ownersOf(workspaceId: string, tables: Pick<ProjectionTables, 'read'>): Promise<Owner[]> {
  const owners = await tables.read<{ id: string }>(
    'members',
    (schema) => `select account_id as id from ${schema}.members where workspace_id = $1 and role = 'owner'`,
    [workspaceId],
  );
  return tables.read<Owner>(
    'accounts',
    (schema) =>
      `select name, email, locale from ${schema}.accounts where id = any($1::uuid[]) and not is_closed`,
    [owners.map(({ id }) => id)],
  );
}
