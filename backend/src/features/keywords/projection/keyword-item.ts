import type { Origin } from '../../../../contracts/events/observation/look.js';
import type { Country } from '../../../../contracts/values/country.js';
import type { KeywordId } from '../../../../contracts/values/keyword.js';
import type { Marketplace } from '../../../../contracts/values/marketplace.js';
import type { MetricName } from '../../../../contracts/values/measure.js';
import type { Formulas } from '../scoring/formulas.js';
import type { MetricFigure } from '../scoring/page-figures.js';
import { opportunityOf, shownMetrics } from './standing.js';
import type { SourcedMetric, Summary } from './summary.js';

/** Who a keyword is, whatever is known of it. */
export interface KeywordName {
  readonly id: KeywordId;
  readonly keyword: string;
  readonly marketplace: Marketplace;
  readonly country: Country;
}

/** A keyword as lists and its page answer it; described for clients in `keyword-item.dto.ts`. */
export interface KeywordItem extends KeywordName {
  readonly metrics: { readonly [Name in MetricName]?: SourcedMetric | undefined };
  readonly opportunity: (MetricFigure & { readonly formula: string }) | null;
  readonly trend: readonly { readonly date: string; readonly value: number }[];
  readonly lastObservedAt: string | null;
  readonly lastFailure: (NonNullable<Summary['lastFailure']> & { readonly marketplace: Marketplace }) | null;
  readonly origins: readonly Origin[];
}

export function keywordItem(name: KeywordName, summary: Summary, formulas: Formulas): KeywordItem {
  const metrics = shownMetrics(summary);
  const opportunity = opportunityOf(metrics.searchVolume, metrics.competition, formulas);
  return {
    id: name.id,
    keyword: name.keyword,
    marketplace: name.marketplace,
    country: name.country,
    metrics,
    opportunity: opportunity
      ? { ...opportunity, kind: 'estimated', formula: formulas.opportunity.version }
      : null,
    trend: summary.trend,
    lastObservedAt: summary.lastObservedAt,
    lastFailure: summary.lastFailure && { ...summary.lastFailure, marketplace: name.marketplace },
    origins: summary.origins,
  };
}
