import { boundsOf, figureOf, rising, type Figure, type Scale } from './bounds.js';
import { FROM_THE_BEGINNING, scored, type Formula } from './formula.js';

export interface DemandAndCompetition {
  /** Searches a month. */
  readonly searchVolume: Figure;
  /** 0 to 1. */
  readonly competition: Figure;
}

/** log10 of a hundred thousand searches a month: more makes no better opportunity. */
const PLENTY = 5;

/**
 * opportunity-1: from 0 (leave it) to 100 (much searched, hardly served), in whole points.
 *
 *     opportunity = 100 * sqrt(demand * (1 - competition))
 *     demand      = log10(1 + searches a month) / 5, at most 1    (100,000 searches are 1)
 *
 * Source: our own. A geometric mean, so that neither a crowd of searchers can outweigh a full market nor an empty market a lack of
 * searchers. The usual quotient of searches and rivals (the "IQ" of other tools) says nothing where the count of
 * rivals is capped; this one keeps the cap visible.
 *
 * Edge cases: demand or competition missing: no score. Rises with demand, falls with competition, and bounds travel: competition
 * known only from below (`gte`) gives an opportunity known only from above (`lt`).
 */
export const opportunity1: Formula<DemandAndCompetition, Figure> = {
  version: 'opportunity-1',
  liveSince: FROM_THE_BEGINNING,
  score({ searchVolume, competition }) {
    const demand = rising(boundsOf(searchVolume), wish);
    const crowd = rising(boundsOf(competition), atMostOne);
    const result = figureOf(
      {
        low: 100 * Math.sqrt(demand.low * (1 - crowd.high)),
        high: 100 * Math.sqrt(demand.high * (1 - crowd.low)),
      },
      POINTS,
    );
    return result && scored(result, () => ({ searchVolume, competition }));
  },
};

const POINTS: Scale = { min: 0, max: 100, stepsPerUnit: 1 };
const wish = (searches: number) => Math.min(1, Math.log10(1 + searches) / PLENTY);
const atMostOne = (competition: number) => Math.min(1, competition);
