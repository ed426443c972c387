import type { LookOutcome } from '../../../backend/contracts/events/collection/look-outcome.js';
import type { LookJob } from '../../../backend/contracts/jobs/looks.js';
import { LookFailed, type Attempt, type Outlook } from './outlook.js';
import type { Sight } from './see-page.js';

/**
 * Records a try that gave no numbers. After the last one the look has ended, and how it ended is the job's answer, so
 * that the crawl it belongs to can end as well.
 * @throws LookFailed where another try follows.
 */
export async function failLook(
  job: LookJob,
  attempt: Attempt,
  sight: Extract<Sight<never>, { ok: false }>,
  outlook: Outlook,
): Promise<LookOutcome> {
  const { at, reason, detail } = sight;
  const willRetry = !sight.isFinal && attempt.number < attempt.most;
  const outcome = await outlook.recorder.failed(job, at, {
    reason,
    detail,
    attempt: attempt.number,
    willRetry,
  });
  if (willRetry) throw new LookFailed(`${reason}: ${detail}`);
  return outcome;
}
