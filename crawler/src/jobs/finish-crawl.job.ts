import {
  lookOutcomeSchema,
  type LookOutcome,
} from '../../../backend/contracts/events/collection/look-outcome.js';
import {
  LOOK_ATTEMPTS,
  lookJobId,
  type FinishCrawlJob,
  type LookJob,
} from '../../../backend/contracts/jobs/looks.js';
import { MARKETPLACE_REGISTRY } from '../marketplaces/registry.js';
import type { Outlook } from './outlook.js';
import { nothingSeen } from './see-page.js';

/** Ends a crawl when all of its looks have ended. `answers` are what the looks' jobs returned, by their keys in Redis. */
export async function finishCrawl(
  job: FinishCrawlJob,
  answers: Readonly<Record<string, unknown>>,
  outlook: Pick<Outlook, 'recorder'>,
): Promise<readonly LookOutcome[]> {
  const outcomes = await Promise.all(
    job.looks.map(
      async (look) =>
        answerOf(look, answers) ??
        (await outlook.recorder.outcomeOf(look)) ??
        (await neverEnded(look, outlook)),
    ),
  );
  await outlook.recorder.crawlEnded(job, outcomes);
  return outcomes;
}

function answerOf(look: LookJob, answers: Readonly<Record<string, unknown>>): LookOutcome | undefined {
  const key = Object.keys(answers).find((name) => name.endsWith(`:${lookJobId(look)}`));
  return lookOutcomeSchema.safeParse(key === undefined ? undefined : answers[key]).data;
}

/** Neither an answer nor a word in the log: its worker died once too often. That is a failure as any other. */
const neverEnded = (look: LookJob, outlook: Pick<Outlook, 'recorder'>): Promise<LookOutcome> =>
  outlook.recorder.failed(look, nothingSeen(MARKETPLACE_REGISTRY[look.marketplace], look), {
    reason: 'unavailable',
    detail: 'The look was broken off and never ended',
    attempt: LOOK_ATTEMPTS,
    willRetry: false,
  });
