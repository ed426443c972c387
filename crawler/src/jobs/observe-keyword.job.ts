import type { LookOutcome } from '../../../backend/contracts/events/collection/look-outcome.js';
import type { LookJob } from '../../../backend/contracts/jobs/looks.js';
import { MARKETPLACE_REGISTRY } from '../marketplaces/registry.js';
import { failLook } from './fail-look.js';
import type { Attempt, Outlook } from './outlook.js';
import { seePage } from './see-page.js';

const FIRST_PAGE = 1;

/** One look at the first page of results for a keyword. */
export async function observeKeyword(job: LookJob, attempt: Attempt, outlook: Outlook): Promise<LookOutcome> {
  const known = await outlook.recorder.outcomeOf(job);
  if (known) return known;

  const marketplace = MARKETPLACE_REGISTRY[job.marketplace];
  const sight = await seePage(marketplace, marketplace.search, job, outlook);
  if (!sight.ok) return failLook(job, attempt, sight, outlook);

  const { resultCount, listings } = sight.results;
  return outlook.recorder.keywordObserved(job, sight.at, {
    page: FIRST_PAGE,
    resultCount,
    listings: [...listings],
  });
}
