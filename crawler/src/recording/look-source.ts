import type { LookKind } from '../../../backend/contracts/events/observation/failed/v1.js';
import type { Origin } from '../../../backend/contracts/events/observation/look.js';

const KINDS: Readonly<Record<LookKind, string>> = { search: 'search page', suggestions: 'search box' };

/** "amazon.de search page", "sandbox etsy.com search box": where the numbers come from, in words. */
export const sourceOf = (look: LookKind, siteHost: string, origin: Origin): string =>
  `${origin === 'live' ? '' : `${origin} `}${siteHost.replace(/^www\./, '')} ${KINDS[look]}`;
