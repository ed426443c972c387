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
  const { resultCount } = look;
  if (resultCount) figures.resultCount = figure(resultCount, 'measured', resultCount.scope);
  if (look.page > 1) return figures;
  const demand = formulas.demand.score(look);
  if (demand)
    figures.searchVolume = figure(demand.result, 'estimated', undefined, undefined, formulas.demand.version);
  const competition = formulas.competition.score(look);
  if (competition)
    figures.competition = figure(
      competition.result,
      'estimated',
      undefined,
      undefined,
      formulas.competition.version,
    );
  const band = formulas.priceBand.score(look)?.result;
  if (band) {
    const counted = (price: Figure) =>
      figure(price, 'measured', undefined, band.currency, formulas.priceBand.version);
    figures.averagePrice = counted(band.average);
    figures.minPrice = counted(band.min);
    figures.maxPrice = counted(band.max);
  }
  return figures;
}

// All fields of all figures, in one order: objects of one shape are made and read several times as fast.
const figure = (
  { value, maxValue, relation }: Figure,
  kind: Kind,
  scope?: string,
  currency?: string,
  formula?: string,
): MetricFigure => ({ value, maxValue, relation, scope, kind, currency, formula });
