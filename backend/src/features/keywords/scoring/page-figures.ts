import type { Kind, MetricName, Relation } from '../../../../contracts/values/measure.js';
import type { DataOf } from '../../../../contracts/events/catalogue.js';
import type { Figure } from './bounds.js';
import type { Formulas } from './formulas.js';

/** One metric of one observation: what it says, how it is known, and by which formula if by one. */
export interface MetricFigure {
  readonly value: number;
  readonly maxValue?: number | undefined;
  readonly relation: Relation;
  readonly kind: Kind;
  readonly currency?: string | undefined;
  readonly scope?: string | undefined;
  readonly formula?: string | undefined;
}
export type MetricFigures = { readonly [Name in MetricName]?: MetricFigure | undefined };

/**
 * The metrics that one look at a page of results gives. A metric that the page does not give is absent, never zero.
 * A second or later page tells how many results there are and nothing about the strength of the first.
 */
export function pageFigures(
  look: DataOf<'observation.KeywordObserved.v1'>,
  formulas: Formulas,
): MetricFigures {
  const figures: { [Name in MetricName]?: MetricFigure } = {};
  if (look.resultCount) figures.resultCount = { ...look.resultCount, kind: 'measured' };
  if (look.page > 1) return figures;
  const estimated = (figure: Figure, formula: string): MetricFigure => ({
    ...figure,
    kind: 'estimated',
    formula,
  });
  const demand = formulas.demand.score(look);
  if (demand) figures.searchVolume = estimated(demand.result, formulas.demand.version);
  const competition = formulas.competition.score(look);
  if (competition) figures.competition = estimated(competition.result, formulas.competition.version);
  const band = formulas.priceBand.score(look)?.result;
  if (band) {
    const counted = {
      kind: 'measured',
      currency: band.currency,
      formula: formulas.priceBand.version,
    } as const;
    figures.averagePrice = { ...band.average, ...counted };
    figures.minPrice = { ...band.min, ...counted };
    figures.maxPrice = { ...band.max, ...counted };
  }
  return figures;
}
