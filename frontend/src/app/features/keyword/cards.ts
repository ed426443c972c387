import type { KeywordItem, Trend, TrendMetric } from '../../api/types.js';
import { METRIC_UNITS, type Unit } from '../../api/vocabulary.js';
import type { KnownMeasure } from '../../ui/figure.js';

export type CardName = 'searchVolume' | 'competition' | 'cpc' | 'priceBand' | 'opportunity';

export interface Card {
  name: CardName;
  /** Which number "why" explains. */
  metric: TrendMetric;
  unit: Unit;
  measure: KnownMeasure | null;
  series: readonly { date: string; value: number | null }[];
}

const WEEKS_SHOWN = 52;

/** The five cards of a keyword, in their order; a card without a value says so and is never left out. */
export function cardsOf(keyword: KeywordItem, sparks: Partial<Record<TrendMetric, Trend>>): Card[] {
  const { metrics, opportunity } = keyword;
  const seriesOf = (metric: TrendMetric) => sparks[metric]?.points ?? [];
  const card = (
    name: CardName,
    metric: Card['metric'],
    measure: KnownMeasure | null,
    series: Card['series'],
  ): Card => ({
    name,
    metric,
    unit: METRIC_UNITS[metric],
    measure,
    series,
  });
  return [
    card('searchVolume', 'searchVolume', metrics.searchVolume ?? null, keyword.trend.slice(-WEEKS_SHOWN)),
    card('competition', 'competition', metrics.competition ?? null, seriesOf('competition')),
    card('cpc', 'cpc', metrics.cpc ?? null, seriesOf('cpc')),
    card('priceBand', 'averagePrice', priceBand(keyword), seriesOf('averagePrice')),
    card(
      'opportunity',
      'opportunity',
      opportunity && { ...opportunity, observedAt: keyword.lastObservedAt ?? undefined },
      seriesOf('opportunity'),
    ),
  ];
}

/** From the lowest to the highest price where both are known in one currency, else the average alone. */
export function priceBand({ metrics }: KeywordItem): KnownMeasure | null {
  const { minPrice, maxPrice, averagePrice } = metrics;
  if (!minPrice || !maxPrice || minPrice.currency !== maxPrice.currency || maxPrice.value < minPrice.value)
    return averagePrice ?? null;
  return { ...minPrice, relation: 'range', maxValue: maxPrice.maxValue ?? maxPrice.value };
}
