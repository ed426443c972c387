import type { KeywordItem, KeywordName } from './keyword-item.js';
import type { Summary } from './summary.js';

/**
 * A summary is stored in two texts: what the API answers anyway, and `fold`, the little that the answer leaves out. Together they
 * are what the next observation is added to.
 */
interface Fold extends Pick<Summary, 'newestAt' | 'stated' | 'estimated'> {
  /** Whether the newest week's value was stated: only that week can still change. */
  readonly lastWeekStated: boolean;
}

export function foldOf({ newestAt, stated, estimated, trend }: Summary): string {
  const fold: Fold = { newestAt, stated, estimated, lastWeekStated: trend.at(-1)?.stated ?? false };
  return JSON.stringify(fold);
}

export function storedSummary(row: { readonly item: string; readonly fold: string }): {
  name: KeywordName;
  summary: Summary;
} {
  const { id, keyword, marketplace, country, ...item } = JSON.parse(row.item) as KeywordItem;
  const { newestAt, stated, estimated, lastWeekStated } = JSON.parse(row.fold) as Fold;
  const lastFailure = item.lastFailure && {
    reason: item.lastFailure.reason,
    detail: item.lastFailure.detail,
    occurredAt: item.lastFailure.occurredAt,
  };
  return {
    name: { id, keyword, marketplace, country },
    summary: {
      newestAt,
      stated,
      estimated,
      lastFailure,
      lastObservedAt: item.lastObservedAt,
      origins: item.origins,
      trend: item.trend.map((week) => ({ ...week, stated: lastWeekStated })),
    },
  };
}
