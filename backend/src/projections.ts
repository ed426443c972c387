import type { Projection } from '../following/projection.js';
import { accountsProjection } from './features/accounts/accounts.projection.js';
import { apiKeysProjection } from './features/api-keys/api-keys.projection.js';
import { subscriptionsProjection } from './features/billing/reading/subscriptions.projection.js';
import { crawlsProjection } from './features/crawl-scheduling/crawls.projection.js';
import { keywordsProjection } from './features/keywords/projection/keywords.projection.js';
import { trackedKeywordsProjection } from './features/keyword-tracking/tracked-keywords.projection.js';
import { reportedFiguresProjection } from './features/observation-intake/reported-figures.projection.js';
import { searchHistoryProjection } from './features/search-history/search-history.projection.js';
import { eventIndexProjection } from './platform/privacy/event-index.js';
import { suggestionsProjection } from './features/suggestions/suggestions.projection.js';
import { membersProjection } from './features/workspaces/members.projection.js';

/** Every read model of the product: what the projector feeds. */
export const projections: readonly Projection[] = [
  keywordsProjection,
  trackedKeywordsProjection,
  crawlsProjection,
  suggestionsProjection,
  reportedFiguresProjection,
  accountsProjection,
  membersProjection,
  apiKeysProjection,
  subscriptionsProjection,
  eventIndexProjection,
  searchHistoryProjection,
];
