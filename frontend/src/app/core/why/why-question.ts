import type { KeywordItem, TrendMetric } from '../../api/types.js';

/** Which number is asked about, of which keyword, as known when (null: now). */
export interface WhyQuestion {
  keyword: KeywordItem;
  metric: TrendMetric;
  asOf: string | null;
}
