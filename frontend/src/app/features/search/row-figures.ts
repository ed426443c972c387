import type { KeywordItem, TrendMetric } from '../../api/types.js';
import { METRIC_UNITS, type Unit } from '../../api/vocabulary.js';
import type { KnownMeasure } from '../../ui/figure.js';

/** The number columns of the list, in their order. `sort` is what a click on the heading asks the API for. */
export const FIGURE_COLUMNS: readonly {
  metric: TrendMetric;
  sort: string | null;
  unit: Unit;
}[] = [
  { metric: 'searchVolume', sort: 'searchVolume', unit: METRIC_UNITS.searchVolume },
  { metric: 'competition', sort: 'competition', unit: METRIC_UNITS.competition },
  { metric: 'cpc', sort: null, unit: METRIC_UNITS.cpc },
  { metric: 'resultCount', sort: 'resultCount', unit: METRIC_UNITS.resultCount },
  { metric: 'averagePrice', sort: 'averagePrice', unit: METRIC_UNITS.averagePrice },
  { metric: 'opportunity', sort: 'opportunity', unit: METRIC_UNITS.opportunity },
];

export function figureOf(item: KeywordItem, metric: TrendMetric): KnownMeasure | null {
  if (metric !== 'opportunity') return item.metrics[metric] ?? null;
  const { opportunity } = item;
  return opportunity && { ...opportunity, observedAt: item.lastObservedAt ?? undefined };
}

const WEEKS_SHOWN = 52;

/** The last 12 months of weekly demand. */
export function lastYear(item: KeywordItem): number[] {
  return item.trend.slice(-WEEKS_SHOWN).map((point) => point.value);
}
