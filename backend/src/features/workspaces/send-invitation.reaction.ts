import type { Sealed } from '../../../contracts/values/sealed.js';
import type { AnyRecordedEvent, EventLog } from '../../../event-log/event-log.js';
import type { Reaction } from '../../../following/reaction.js';
import { told } from '../../platform/event-log/decide-on.js';
import type { Mailer } from '../../platform/mail/mailer.js';
import type { MailTokens } from '../../platform/privacy/mail-tokens.js';
import type { Sealing } from '../../platform/privacy/sealing.js';
import { INVITATION_MAILS } from './invitation-mails.js';
import { evolve, workspaceStream, type WorkspaceState } from './workspace.decider.js';

/** What happened longer ago was told then: reactions that begin anew must not write to everybody again. */
const TOLD_WITHIN_MS = 3 * 24 * 3_600_000;

export interface InvitationMailingParts {
  readonly eventLog: EventLog;
  readonly mailer: Mailer;
  readonly sealing: Sealing;
  readonly tokens: MailTokens;
  /** Where people reach the dashboard, without a slash at the end. */
  readonly publicUrl: string;
  readonly clock?: () => number;
}

/** Mails an invitation to who was invited. It may come twice, never not at all. */
export function sendInvitation(parts: InvitationMailingParts): Reaction {
  const { eventLog, mailer, sealing, tokens, publicUrl, clock = Date.now } = parts;
  return {
    name: 'send-invitation',
    eventTypes: ['workspace.MemberInvited.v1'],
    async react({ type, data, metadata }) {
      if (type !== 'workspace.MemberInvited.v1') return;
      const { workspaceId, invitationId, emailHash, role } = data;
      const now = clock();
      const lifeMs = Date.parse(data.expiresAt) - now;
      if (lifeMs <= 0 || now - Date.parse(metadata.recordedAt) > TOLD_WITHIN_MS) return;
      const { state: workspace } = await told<WorkspaceState>(
        eventLog,
        workspaceStream(workspaceId),
        undefined,
        evolve,
      );
      // Taken back, replaced or accepted meanwhile.
      if (!workspace?.invitations.has(invitationId)) return;
      const { state: inviter } = await told(eventLog, `account-${metadata.actor}`, undefined, introduce);
      const [to, by] = [data.email, inviter?.name].map((text) => text && sealing.open(text));
      if (!inviter || to === undefined || by === undefined) return;
      const name = sealing.openOrErased(workspace.name);
      const token = tokens.issue('invitation', invitationId, emailHash, lifeMs);
      const link = `${publicUrl}/accept-invitation?token=${token}`;
      await mailer.send({ to, ...INVITATION_MAILS[inviter.locale]({ by, workspace: name, role, link }) });
    },
  };
}

/** Nothing is known yet of whoever is invited, not even their language: the mail speaks as who invites them does. */
type Inviter = { readonly name: Sealed; readonly locale: 'en' | 'fr' } | undefined;

function introduce(inviter: Inviter, { type, data }: AnyRecordedEvent): Inviter {
  if (type === 'account.Registered.v1') return { name: data.name, locale: data.locale };
  return type === 'account.NameChanged.v1' && inviter ? { ...inviter, name: data.name } : inviter;
}
