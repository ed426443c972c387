import type { EventLog } from '../../../../event-log/event-log.js';
import type { Reaction } from '../../../../following/reaction.js';
import { told } from '../../../platform/event-log/decide-on.js';
import type { Mailer } from '../../../platform/mail/mailer.js';
import type { MailTokens } from '../../../platform/privacy/mail-tokens.js';
import type { Sealing } from '../../../platform/privacy/sealing.js';
import { accountStream, evolve, type Account, type AccountState } from '../account.decider.js';
import { ACCOUNT_MAILS } from './account-mails.js';

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
    ],
    async react({ type, data, metadata }) {
      if (!('accountId' in data) || clock() - Date.parse(metadata.recordedAt) > TOLD_WITHIN_MS) return;
      if (type === 'account.SessionEnded.v1' && data.why !== 'token-reused') return;
      if (type === 'account.Registered.v1' && data.how !== 'password') return;
      const { state } = await told<AccountState>(eventLog, accountStream(data.accountId), undefined, evolve);
      if (!state || state.isClosed) return;
      const to = sealing.open(state.email);
      const name = sealing.open(state.name);
      if (to === undefined || name === undefined) return;
      const write = async (kind: keyof typeof ACCOUNT_MAILS, link: string) =>
        mailer.send({ to, ...ACCOUNT_MAILS[kind][state.locale]({ name, link }) });
      if (type === 'account.Registered.v1') await write('verify', verifyLink(state));
      else if (type === 'account.EmailProofRequested.v1') await write('verify', verifyLink(state));
      else if (type === 'account.SignUpRepeated.v1') await write('repeated', resetLink(state));
      else if (type === 'account.PasswordResetRequested.v1') await write('reset', resetLink(state));
      else if (type === 'account.PasswordChanged.v1') await write('passwordChanged', resetLink(state));
      else if (type === 'account.SessionEnded.v1') await write('tokenReused', resetLink(state));
    },
  };
}

/** A link to choose a password is used up by the choice. */
export const resetContext = ({ id, passwordHash }: Pick<Account, 'id' | 'passwordHash'>): string =>
  passwordHash ?? id;
