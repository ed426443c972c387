import type { EventType } from '../../../../contracts/events/catalogue.js';
import type { AnyRecordedEvent, EventLog } from '../../../../event-log/event-log.js';
import type { Reaction } from '../../../../following/reaction.js';
import type { Mailer } from '../../../platform/mail/mailer.js';
import type { MailTokens } from '../../../platform/privacy/mail-tokens.js';
import type { Sealing } from '../../../platform/privacy/sealing.js';
import { evolve, type Account, type AccountState } from '../account.decider.js';
import { ACCOUNT_MAILS, type MailKind } from './account-mails.js';

const VERIFY_LIFE_MS = 3 * 24 * 3_600_000;
const RESET_LIFE_MS = 3_600_000;
/** What happened longer ago was told then, or need not be told any more: reactions that begin anew must not write to everybody again. */
const TOLD_WITHIN_MS = VERIFY_LIFE_MS;

export interface MailingParts {
  readonly eventLog: EventLog;
  readonly mailer: Mailer;
  readonly sealing: Sealing;
  readonly tokens: MailTokens;
  /** Where people reach the dashboard, without a slash at the end. */
  readonly publicUrl: string;
  readonly clock?: () => number;
}

/** Writes to people about their accounts. A mail may come twice, never not at all. */
export function sendAccountMail(parts: MailingParts): Reaction {
  const { eventLog, mailer, sealing, tokens, publicUrl, clock = Date.now } = parts;
  const verifyLink = ({ id, emailHash }: Account) =>
    `${publicUrl}/verify-email?token=${tokens.issue('verify-email', id, emailHash, VERIFY_LIFE_MS)}`;
  const resetLink = (account: Account) =>
    `${publicUrl}/reset-password?token=${tokens.issue('reset-password', account.id, resetContext(account), RESET_LIFE_MS)}`;
  return {
    name: 'send-account-mail',
    eventTypes: [
      'account.Registered.v1',
      'account.SignUpRepeated.v1',
      'account.EmailProofRequested.v1',
      'account.PasswordResetRequested.v1',
      'account.PasswordChanged.v1',
      'account.SessionEnded.v1',
      'account.SecondFactorEnabled.v1',
      'account.SecondFactorDisabled.v1',
      'account.IdentityLinked.v1',
      'account.IdentityUnlinked.v1',
    ],
    async react(event) {
      if (clock() - Date.parse(event.metadata.recordedAt) > TOLD_WITHIN_MS) return;
      const { before, now } = await aroundEvent(eventLog, event);
      if (!now || now.isClosed) return;
      const kind = mailAbout(event, before);
      const to = sealing.open(now.email);
      const name = sealing.open(now.name);
      if (kind === undefined || to === undefined || name === undefined) return;
      const link = kind === 'verify' ? verifyLink(now) : resetLink(now);
      await mailer.send({ to, ...ACCOUNT_MAILS[kind][now.locale]({ name, link }) });
    },
  };
}

/** The account as it was before an event of its stream, and as it is by now. */
async function aroundEvent(
  eventLog: EventLog,
  { stream, revision }: AnyRecordedEvent,
): Promise<{ readonly before: AccountState; readonly now: AccountState }> {
  let before: AccountState;
  let now: AccountState;
  for await (const event of eventLog.readStream(stream)) {
    if (event.revision === revision) before = now;
    now = evolve(now, event);
  }
  return { before, now };
}

const ALWAYS_TOLD: Partial<Record<EventType, MailKind>> = {
  'account.EmailProofRequested.v1': 'verify',
  'account.SignUpRepeated.v1': 'repeated',
  'account.PasswordResetRequested.v1': 'reset',
  'account.PasswordChanged.v1': 'passwordChanged',
  'account.SecondFactorDisabled.v1': 'secondFactorOff',
};

/** Undefined where there is nothing to tell. */
function mailAbout({ type, data }: AnyRecordedEvent, before: AccountState): MailKind | undefined {
  if (type === 'account.Registered.v1') return data.how === 'password' ? 'verify' : undefined;
  if (type === 'account.SessionEnded.v1') return data.why === 'token-reused' ? 'tokenReused' : undefined;
  if (type === 'account.SecondFactorEnabled.v1')
    return before?.secondFactor === undefined ? 'secondFactorOn' : 'recoveryCodesRenewed';
  if (type === 'account.IdentityLinked.v1')
    return before && canBeEntered(before) ? `${data.provider}Linked` : undefined;
  if (type === 'account.IdentityUnlinked.v1') return `${data.provider}Unlinked`;
  return ALWAYS_TOLD[type];
}

/** Not so while it is being opened through a provider: that its owner just did. */
const canBeEntered = ({ passwordHash, identities }: Account): boolean =>
  passwordHash !== null || identities.length > 0;

/** A link to choose a password is used up by the choice. */
export const resetContext = ({ id, passwordHash }: Pick<Account, 'id' | 'passwordHash'>): string =>
  passwordHash ?? id;
