import { METRICS, type MetricName } from '../../../../contracts/values/measure.js';
import type { Formulas } from '../scoring/formulas.js';
import type { MetricFigure } from '../scoring/page-figures.js';
import type { NewestFigures, SourcedMetric } from './summary.js';

/** What lists sort a keyword by; null where nothing tells. */
export interface Standing {
  readonly searchVolume: number | null;
  readonly competition: number | null;
  readonly resultCount: number | null;
  readonly averagePrice: number | null;
  readonly opportunity: number | null;
  readonly lastObservedAt: string | null;
}

type Figures = Pick<NewestFigures, 'lastObservedAt'> & {
  readonly [Kind in 'stated' | 'estimated']: { readonly [Name in MetricName]?: SourcedMetric | undefined };
};

/** The sort values of a keyword with these figures. */
export function standingOf(figures: Figures, formulas: Formulas): Standing {
  const searchVolume = shownOf('searchVolume', figures);
  const competition = shownOf('competition', figures);
  return {
    searchVolume: searchVolume?.value ?? null,
    competition: competition?.value ?? null,
    resultCount: shownOf('resultCount', figures)?.value ?? null,
    averagePrice: shownOf('averagePrice', figures)?.value ?? null,
    opportunity: opportunityOf(searchVolume, competition, formulas)?.value ?? null,
    lastObservedAt: figures.lastObservedAt,
  };
}

/** The metrics that are shown, in one order. */
export function shownMetrics(figures: Figures): { [Name in MetricName]?: SourcedMetric } {
  const metrics: { [Name in MetricName]?: SourcedMetric } = {};
  for (const metric of METRICS) {
    const shown = shownOf(metric, figures);
    if (shown) metrics[metric] = shown;
  }
  return metrics;
}

export function opportunityOf(
  searchVolume: MetricFigure | undefined,
  competition: MetricFigure | undefined,
  formulas: Formulas,
) {
  if (!searchVolume || !competition) return undefined;
  return formulas.opportunity.score({ searchVolume, competition })?.result;
}

/** How long a stated figure stands before newer estimates. */
const STATED_STANDS_DAYS = 180;
const DAY_MS = 86_400_000;

/**
 * What somebody measured or reported stands before our estimate for 180 days, counted to the keyword's newest observation and not
 * to now: a figure does not change while nothing is observed, its age is shown beside it.
 */
function shownOf(name: MetricName, figures: Figures): SourcedMetric | undefined {
  const stated = figures.stated[name];
  const estimated = figures.estimated[name];
  if (!stated || !estimated) return stated ?? estimated;
  if (stated.observedAt >= estimated.observedAt || figures.lastObservedAt === null) return stated;
  const ageMs = Date.parse(figures.lastObservedAt) - Date.parse(stated.observedAt);
  return ageMs <= STATED_STANDS_DAYS * DAY_MS ? stated : estimated;
}
