import type { Origin } from '../../../../contracts/events/observation/look.js';
import type { Country } from '../../../../contracts/values/country.js';
import type { KeywordId } from '../../../../contracts/values/keyword.js';
import type { Marketplace } from '../../../../contracts/values/marketplace.js';
import { METRICS, type MetricName } from '../../../../contracts/values/measure.js';
import type { Formulas } from '../scoring/formulas.js';
import type { MetricFigure } from '../scoring/page-figures.js';
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

/** How long a stated figure stands before newer estimates. */
const STATED_STANDS_DAYS = 180;
const DAY_MS = 86_400_000;

export function keywordItem(name: KeywordName, summary: Summary, formulas: Formulas): KeywordItem {
  const metrics: { [Name in MetricName]?: SourcedMetric } = {};
  for (const metric of METRICS) {
    const chosen = chosenOf(summary.stated[metric], summary.estimated[metric], summary.lastObservedAt);
    if (chosen) metrics[metric] = chosen;
  }
  const { searchVolume, competition } = metrics;
  const opportunity =
    searchVolume && competition && formulas.opportunity.score({ searchVolume, competition });
  return {
    id: name.id,
    keyword: name.keyword,
    marketplace: name.marketplace,
    country: name.country,
    metrics,
    opportunity: opportunity
      ? { ...opportunity.result, kind: 'estimated', formula: formulas.opportunity.version }
      : null,
    trend: summary.trend.map(({ date, value }) => ({ date, value })),
    lastObservedAt: summary.lastObservedAt,
    lastFailure: summary.lastFailure && { ...summary.lastFailure, marketplace: name.marketplace },
    origins: summary.origins,
  };
}

/**
 * What somebody measured or reported stands before our estimate for 180 days, counted to the keyword's newest observation and not
 * to now: a figure does not change while nothing is observed, its age is shown beside it.
 */
function chosenOf(
  stated: SourcedMetric | undefined,
  estimated: SourcedMetric | undefined,
  newestAt: string | null,
): SourcedMetric | undefined {
  if (!stated || !estimated) return stated ?? estimated;
  if (stated.observedAt >= estimated.observedAt || newestAt === null) return stated;
  const ageMs = Date.parse(newestAt) - Date.parse(stated.observedAt);
  return ageMs <= STATED_STANDS_DAYS * DAY_MS ? stated : estimated;
}
