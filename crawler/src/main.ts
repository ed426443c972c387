import { inspect } from 'node:util';
import { BadSetting, readSettings } from './settings.js';
import { startCrawler } from './start-crawler.js';

const say = (line: string): boolean => process.stderr.write(`${line}\n`);

/** Boots the worker that looks at marketplaces. */
try {
  const settings = readSettings(process.env);
  const crawler = await startCrawler(settings, (message) => say(`crawler: ${message}`));

  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    await crawler.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());

  const where = settings.sandboxUrl === undefined ? 'the real marketplaces' : 'sandbox marketplaces';
  process.stdout.write(`Crawler ready: looks at ${where}, ${settings.concurrency} at once\n`);
} catch (error) {
  say(error instanceof BadSetting ? error.message : inspect(error));
  process.exit(1);
}
