import type { FailureReason } from '../../../backend/contracts/events/observation/failed/v1.js';
import type { LookJob } from '../../../backend/contracts/jobs/looks.js';
import type { SeenPage } from '../browsing/browsing.js';
import { NoAnswer, RefusedByRobots } from '../browsing/refusals.js';
import type { Marketplace, PageRoute } from '../marketplaces/marketplace.js';
import type { NoResults } from '../marketplaces/parsed-page.js';
import type { LookedAt } from '../recording/recorder.js';
import type { Outlook } from './outlook.js';

/** A page that was seen and read, or why there are no numbers. */
export type Sight<Results> =
  | {
      readonly ok: true;
      readonly at: LookedAt & { readonly body: SeenPage['body'] };
      readonly results: Results;
    }
  | {
      readonly ok: false;
      readonly at: LookedAt;
      readonly reason: FailureReason;
      readonly detail: string;
      /** Asking again would change nothing. */
      readonly isFinal: boolean;
    };

/** Opens the page that a look is about and reads it. @throws whatever is neither the page's nor the host's doing. */
export async function seePage<Results extends { readonly kind: string }>(
  marketplace: Marketplace,
  route: PageRoute<Results | NoResults>,
  job: LookJob,
  outlook: Outlook,
): Promise<Sight<Results>> {
  const ask = { keyword: job.keyword, country: job.country };
  const site = marketplace.sites[job.country];
  const blank = nothingSeen(marketplace, job);
  if (!site) {
    const detail = `${marketplace.name} has no site for country ${job.country}`;
    return { ok: false, at: blank, reason: 'unavailable', detail, isFinal: true };
  }
  const request = route.request(ask, (host) => outlook.browsing.addresses.of(host));
  let page: SeenPage;
  try {
    page = await outlook.browsing.open(request, route, outlook.signal);
  } catch (error) {
    const at = { ...blank, url: request.url, seenAt: new Date() };
    if (error instanceof RefusedByRobots)
      return { ok: false, at, reason: 'robots', detail: error.message, isFinal: true };
    if (error instanceof NoAnswer)
      return { ok: false, at, reason: error.reason, detail: error.message, isFinal: false };
    throw error;
  }
  const at = { ...blank, ...page };
  const real = outlook.browsing.addresses.real(page.url).href;
  const parsed = route.parse({ body: page.body, status: page.status, url: real }, ask);
  if (isNoResults(parsed))
    return { ok: false, at, reason: parsed.reason, detail: parsed.detail, isFinal: false };
  return { ok: true, at, results: parsed };
}

/** Of a look that got no answer, or was not even asked. */
export const nothingSeen = (marketplace: Marketplace, job: LookJob): LookedAt => ({
  siteHost: marketplace.sites[job.country]?.host ?? marketplace.name,
  url: '',
  body: null,
  status: null,
  seenAt: new Date(),
  parserVersion: marketplace.parserVersion,
});

const isNoResults = (parsed: { readonly kind: string }): parsed is NoResults => 'reason' in parsed;
