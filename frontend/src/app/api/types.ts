import type { components, operations } from './schema.js';

/** Short names for the generated types; nothing is described here that the API's document does not say. */
type Schemas = components['schemas'];

export type KeywordItem = Schemas['KeywordItemDto'];
export type KeywordDetail = Schemas['KeywordDto'];
export type KeywordPage = Schemas['KeywordPageDto'];
export type Metric = Schemas['MetricDto'];
export type Opportunity = Schemas['OpportunityDto'];
export type Score = Schemas['ScoreDto'];
export type Trend = Schemas['KeywordTrendDto'];
export type TrendPoint = Schemas['TrendPointDto'];
export type HistoryEvent = Schemas['HistoryEventDto'];
export type HistoryPage = Schemas['KeywordHistoryDto'];
export type Listing = Schemas['ListingDto'];
export type Listings = Schemas['KeywordListingsDto'];
export type Suggestions = Schemas['SuggestionList'];
export type Suggestion = Suggestions['items'][number];
export type Crawl = Schemas['Crawl'];
export type CrawlAccepted = Schemas['CrawlAccepted'];
export type TrackedKeyword = Schemas['TrackedKeyword'];
export type TrackedKeywordPage = Schemas['TrackedKeywordPage'];
export type TrackBody = Schemas['TrackKeywordBody'];
export type Tracked = Schemas['Tracked'];
export type Untracked = Schemas['Untracked'];
export type Status = Schemas['Status'];
export type Projection = Schemas['Projection'];
export type Reaction = Schemas['Reaction'];
export type ProjectionList = Schemas['ProjectionList'];
export type Problem = Schemas['Problem'];

export type Marketplace = KeywordItem['marketplace'];
export type Country = KeywordItem['country'];
export type MetricName = keyof Schemas['MetricsDto'];
export type Relation = Metric['relation'];
export type Kind = Metric['kind'];
export type Origin = Metric['origin'];
export type Interval = Trend['interval'];
export type TrendMetric = Trend['metric'];
export type FailureReason = Schemas['FailedLookDto']['reason'];
export type Sort = NonNullable<NonNullable<operations['listKeywords']['parameters']['query']>['sort']>;

/** Data of a `moved` message on the live stream; keys null means that anything may have moved. */
export interface Moved {
  projection: string;
  position: string;
  keys: string[] | null;
}
