import { Redis } from 'ioredis';
import { Browsing } from './browsing/browsing.js';
import { startLooksWorker } from './jobs/looks-worker.js';
import { openRecorder } from './recording/open-recorder.js';
import type { Settings } from './settings.js';
import { giveSignsOfLife } from './signs-of-life.js';

export interface Crawler {
  /** Ends or gives back the running looks, and closes what the crawler holds. */
  close(): Promise<void>;
}

/** Puts the crawler together: a browser, a recorder, and a worker that takes looks from the queue. */
export async function startCrawler(
  settings: Settings,
  onTrouble: (message: string) => void,
): Promise<Crawler> {
  const redis = new Redis(settings.redisUrl, { maxRetriesPerRequest: null });
  redis.on('error', (error: Error) => onTrouble(`Redis is troubled: ${error.message}`));
  const recorder = openRecorder(
    settings.eventStoreUrl,
    settings.sandboxUrl === undefined ? 'live' : 'sandbox',
  );
  const browsing = new Browsing({ ...settings, redis });
  const worker = await startLooksWorker({
    redis,
    browsing,
    recorder,
    concurrency: settings.concurrency,
    graceMs: settings.graceMs,
    onTrouble,
  });
  const endSigns = giveSignsOfLife(redis);
  return {
    async close() {
      endSigns();
      await worker.close();
      await browsing.close();
      await recorder.close();
      redis.disconnect();
    },
  };
}
