import { METRICS } from '../../../../contracts/values/measure.js';
import type { KeywordItem, KeywordName } from './keyword-item.js';
import { isStated, RunningSummary, type Summary } from './summary.js';

/**
 * A summary is stored in two texts: what the API answers anyway, and `fold`, the little that the answer leaves out. Together they
 * are what the next observation is added to.
 */
interface Fold extends Pick<Summary, 'newestAt' | 'lastWeekStated' | 'stated' | 'estimated'> {
  // Of the metrics alone those that the answer does not show, for the other kind stands before them.
  readonly stated: Summary['stated'];
  readonly estimated: Summary['estimated'];
  readonly recordedUntil: string | null;
}

export function foldOf(summary: Summary, { metrics }: KeywordItem, recordedUntil: string | null): string {
  const hidden = (figures: Summary['stated']) =>
    Object.fromEntries(
      METRICS.flatMap((name) => (figures[name] === metrics[name] ? [] : [[name, figures[name]]])),
    );
  const fold: Fold = {
    newestAt: summary.newestAt,
    lastWeekStated: summary.lastWeekStated,
    stated: hidden(summary.stated),
    estimated: hidden(summary.estimated),
    recordedUntil,
  };
  return JSON.stringify(fold);
}

export function storedSummary(row: { readonly item: string; readonly fold: string }): {
  name: KeywordName;
  summary: RunningSummary;
  recordedUntil: string | null;
} {
  const { id, keyword, marketplace, country, ...item } = JSON.parse(row.item) as KeywordItem;
  const { newestAt, lastWeekStated, stated, estimated, recordedUntil } = JSON.parse(row.fold) as Fold;
  const lastFailure = item.lastFailure && {
    reason: item.lastFailure.reason,
    detail: item.lastFailure.detail,
    occurredAt: item.lastFailure.occurredAt,
  };
  const summary = RunningSummary.from({
    newestAt,
    lastWeekStated,
    stated,
    estimated,
    lastFailure,
    lastObservedAt: item.lastObservedAt,
    origins: item.origins,
    trend: item.trend,
  });
  for (const name of METRICS) {
    const shown = item.metrics[name];
    if (shown) (isStated(shown) ? summary.stated : summary.estimated)[name] = shown;
  }
  return { name: { id, keyword, marketplace, country }, summary, recordedUntil };
}
