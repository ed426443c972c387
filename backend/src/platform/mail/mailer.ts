import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text: every client shows it, and nothing in it can be made to run. */
  readonly text: string;
}

export interface Mailer {
  /** @throws Error where the server does not take it; sending it again is harmless */
  send(mail: Mail): Promise<void>;
  close(): void;
}

export interface MailSettings {
  readonly from: string;
  /** `smtp://user:password@host:port`; absent: mails are written into `outbox`. */
  readonly smtpUrl?: string | undefined;
  readonly outbox: string;
}

const SMTP_TIMEOUT_MS = 15_000;

export function openMailer({ from, smtpUrl, outbox }: MailSettings): Mailer {
  if (smtpUrl === undefined) return outboxMailer(from, outbox);
  const smtp = createTransport({
    url: smtpUrl,
    connectionTimeout: SMTP_TIMEOUT_MS,
    greetingTimeout: SMTP_TIMEOUT_MS,
    socketTimeout: SMTP_TIMEOUT_MS,
  });
  return {
    send: async (mail) => void (await smtp.sendMail({ from, ...mail })),
    close: () => smtp.close(),
  };
}

/** One `.eml` file a mail, whole or not there. */
function outboxMailer(from: string, outbox: string): Mailer {
  const builder = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send(mail) {
      const { message } = await builder.sendMail({ from, ...mail });
      const name = `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}`;
      await mkdir(outbox, { recursive: true, mode: 0o700 });
      const unfinished = join(outbox, `.${name}.part`);
      await writeFile(unfinished, message as Buffer, { mode: 0o600 });
      await rename(unfinished, join(outbox, `${name}.eml`));
    },
    close: () => builder.close(),
  };
}
