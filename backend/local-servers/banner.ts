import type { Settings } from './settings.js';

/** The one block that `npm start` ends with: where to look, where the data is, what is simulated. */
export function banner({ address, settings }: { address: string; settings: Settings }): string {
  const rows = [
    ['Dashboard', address],
    ['API', `${address}/api/docs`],
    [
      'Sign-in',
      'none yet: whoever reaches this address may use it, so it listens on ' + settings.HOST + ' alone',
    ],
    ['Data', settings.DATA_DIR],
    [
      'Simulated',
      [
        settings.MARKETPLACES === 'sandbox' ? 'the marketplaces (local sandbox pages)' : undefined,
        settings.DEMO ? 'the past of the demo keywords' : undefined,
      ]
        .filter(Boolean)
        .join('; ') || 'nothing: looks go to the real marketplaces',
    ],
  ];
  const line = '─'.repeat(72);
  return `\n${line}\n Digitallz Keywords is ready\n${rows.map(([name, text]) => ` ${name?.padEnd(10)} ${text}`).join('\n')}\n Stop with Ctrl-C.\n${line}\n`;
}
