import type { LookOutcome } from '../../../backend/contracts/events/collection/look-outcome.js';
import type { LookJob } from '../../../backend/contracts/jobs/looks.js';
import { MARKETPLACE_REGISTRY } from '../marketplaces/registry.js';
import { failLook } from './fail-look.js';
import type { Attempt, Outlook } from './outlook.js';
import { seePage } from './see-page.js';

/** One look at what a search box suggests while the keyword stands in it. */
export async function observeSuggestions(
  job: LookJob,
  attempt: Attempt,
  outlook: Outlook,
): Promise<LookOutcome> {
  const known = await outlook.recorder.outcomeOf(job);
  if (known) return known;

  const marketplace = MARKETPLACE_REGISTRY[job.marketplace];
  const sight = await seePage(marketplace, marketplace.suggest, job, outlook);
  if (!sight.ok) return failLook(job, attempt, sight, outlook);

  return outlook.recorder.suggestionsObserved(job, sight.at, [...sight.results.suggestions]);
}
