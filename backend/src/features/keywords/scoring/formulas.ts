import { competition1 } from './competition.js';
import { demand1 } from './demand.js';
import type { Figure } from './bounds.js';
import type { Formula, SeenPage } from './formula.js';
import { opportunity1, type DemandAndCompetition } from './opportunity.js';
import { priceBand1, type PriceBand } from './price-band.js';

/** The formulas that the product answers with at one moment. */
export interface Formulas {
  readonly demand: Formula<SeenPage, Figure>;
  readonly competition: Formula<SeenPage, Figure>;
  readonly priceBand: Formula<SeenPage, PriceBand>;
  readonly opportunity: Formula<DemandAndCompetition, Figure>;
}

/** Every version there ever was, oldest first. A new one is added at the end, and the projection's version raised. */
export type FormulaHistory = {
  readonly [Name in keyof Formulas]: readonly [Formulas[Name], ...Formulas[Name][]];
};

export const FORMULA_HISTORY: FormulaHistory = {
  demand: [demand1],
  competition: [competition1],
  priceBand: [priceBand1],
  opportunity: [opportunity1],
};

const liveAt = <F extends { readonly liveSince: string }>(
  versions: readonly [F, ...F[]],
  moment: string | undefined,
): F => versions.findLast((formula) => moment === undefined || formula.liveSince <= moment) ?? versions[0];

/**
 * @param moment ISO 8601 in UTC with milliseconds; undefined: the newest, also where they are not live yet, for a
 *   rebuild with a new formula fills its tables before anybody reads them
 */
export function formulasAt(moment: string | undefined, history: FormulaHistory = FORMULA_HISTORY): Formulas {
  return {
    demand: liveAt(history.demand, moment),
    competition: liveAt(history.competition, moment),
    priceBand: liveAt(history.priceBand, moment),
    opportunity: liveAt(history.opportunity, moment),
  };
}

export const CURRENT_FORMULAS: Formulas = formulasAt(undefined);
