import type { Settings } from './settings.js';

/** The one block that `npm start` ends with: where to look, where the data is, what is simulated. */
export interface Started {
  readonly address: string;
  readonly settings: Settings;
  readonly demo: { readonly email: string; readonly password: string } | undefined;
  /** Where mails are written while no server sends them. */
  readonly outbox: string | undefined;
}

export function banner({ address, settings, demo, outbox }: Started): string {
  const rows = [
    ['Dashboard', address],
    ['API', `${address}/api/docs`],
    ['Sign-in', demo ? `${demo.email}  ${demo.password}` : 'register on the dashboard'],
    ['Data', settings.DATA_DIR],
    ['Mails', outbox ?? 'sent by SMTP_URL'],
    [
      'Simulated',
      [
        settings.MARKETPLACES === 'sandbox' ? 'the marketplaces (local sandbox pages)' : undefined,
        settings.DEMO ? 'the past of the demo keywords' : undefined,
        settings.STRIPE_SECRET_KEY ? undefined : 'payments (a local double of Stripe; no money moves)',
      ]
        .filter(Boolean)
        .join('; ') || 'nothing: looks go to the real marketplaces',
    ],
  ];
  const line = '─'.repeat(72);
  return `\n${line}\n Digitallz Keywords is ready\n${rows.map(([name, text]) => ` ${name?.padEnd(10)} ${text}`).join('\n')}\n Stop with Ctrl-C.\n${line}\n`;
}
