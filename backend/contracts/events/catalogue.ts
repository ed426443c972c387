import { accountEvents } from './account/account-events.js';
import { crawlFailedV1 } from './collection/crawl-failed/v1.js';
import { crawlFinishedV1 } from './collection/crawl-finished/v1.js';
import { crawlRequestedV1 } from './collection/crawl-requested/v1.js';
import { demoSeededV1 } from './collection/demo-seeded/v1.js';
import { defineEvent, type LatestData } from './define-event.js';
import { observationFailedV1 } from './observation/failed/v1.js';
import { keywordObservedV1 } from './observation/keyword-observed/v1.js';
import { metricsReportedV1 } from './observation/metrics-reported/v1.js';
import { observationRetractedV1 } from './observation/retracted/v1.js';
import { suggestionsObservedV1 } from './observation/suggestions-observed/v1.js';
import { researchEvents } from './research/research-events.js';
import { subscriptionEvents } from './subscription/subscription-events.js';
import { keywordTrackedV1 } from './tracking/keyword-tracked/v1.js';
import { keywordUntrackedV1 } from './tracking/keyword-untracked/v1.js';
import { workspaceEvents } from './workspace/workspace-events.js';

/** Every event of the product. The keys are the types of the newest versions, as they are stored. */
export const catalogue = {
  'observation.KeywordObserved.v1': defineEvent({
    name: 'observation.KeywordObserved',
    category: 'observation',
    writer: 'crawler/src/recording',
    about: 'A page of search results as it was seen.',
    versions: [keywordObservedV1],
    upcasts: [],
  }),
  'observation.SuggestionsObserved.v1': defineEvent({
    name: 'observation.SuggestionsObserved',
    category: 'observation',
    writer: 'crawler/src/recording',
    about: 'What a search box suggested, in its order.',
    versions: [suggestionsObservedV1],
    upcasts: [],
  }),
  'observation.Failed.v1': defineEvent({
    name: 'observation.Failed',
    category: 'observation',
    writer: 'crawler/src/recording',
    about: 'A look that gave no numbers, and why.',
    versions: [observationFailedV1],
    upcasts: [],
  }),
  'observation.MetricsReported.v1': defineEvent({
    name: 'observation.MetricsReported',
    category: 'observation',
    writer: 'backend/src/features/observation-intake',
    about: 'Figures that a third party gives for a keyword at a moment.',
    versions: [metricsReportedV1],
    upcasts: [],
  }),
  'observation.Retracted.v1': defineEvent({
    name: 'observation.Retracted',
    category: 'observation',
    writer: 'backend/src/features/observation-intake',
    about: 'An observation was wrong and counts no more.',
    versions: [observationRetractedV1],
    upcasts: [],
  }),
  'tracking.KeywordTracked.v1': defineEvent({
    name: 'tracking.KeywordTracked',
    category: 'trackedKeyword',
    writer: 'backend/src/features/keyword-tracking',
    about: 'A keyword is to be looked at again and again.',
    versions: [keywordTrackedV1],
    upcasts: [],
  }),
  'tracking.KeywordUntracked.v1': defineEvent({
    name: 'tracking.KeywordUntracked',
    category: 'trackedKeyword',
    writer: 'backend/src/features/keyword-tracking',
    about: 'No more looks are wanted.',
    versions: [keywordUntrackedV1],
    upcasts: [],
  }),
  'collection.CrawlRequested.v1': defineEvent({
    name: 'collection.CrawlRequested',
    category: 'crawl',
    writer: 'backend/src/features/crawl-scheduling',
    about: 'Somebody asked for a keyword to be looked at now.',
    versions: [crawlRequestedV1],
    upcasts: [],
  }),
  'collection.CrawlFinished.v1': defineEvent({
    name: 'collection.CrawlFinished',
    category: 'crawl',
    writer: 'crawler/src/recording',
    about: 'Every look of a crawl has ended and at least one was recorded.',
    versions: [crawlFinishedV1],
    upcasts: [],
  }),
  'collection.CrawlFailed.v1': defineEvent({
    name: 'collection.CrawlFailed',
    category: 'crawl',
    writer: 'crawler/src/recording',
    about: 'Every look of a crawl has ended and none was recorded.',
    versions: [crawlFailedV1],
    upcasts: [],
  }),
  'collection.DemoSeeded.v1': defineEvent({
    name: 'collection.DemoSeeded',
    category: 'demoSeed',
    writer: 'backend/local-servers/demo-seed',
    about: 'The made-up past of the demo is written whole.',
    versions: [demoSeededV1],
    upcasts: [],
  }),
  ...accountEvents,
  ...workspaceEvents,
  ...researchEvents,
  ...subscriptionEvents,
} as const;

export type EventType = keyof typeof catalogue;
export type DataOf<T extends EventType> = LatestData<(typeof catalogue)[T]>;

/** Modules that append an event beside its writer, each with the reason. */
export const OTHER_WRITERS: Readonly<Record<string, string>> = {
  'backend/local-servers/demo-seed':
    'writes the past that the crawler and the intake would have written, marked as seed',
  'backend/src/features/privacy':
    'closes and erases accounts, and takes the person out of workspaces and API keys: one erasure, whichever features it goes through',
  'backend/src/cli': 'appoints operators, where there is nobody yet who may',
};
