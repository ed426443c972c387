import { DAYS_IN_YEAR } from './calendar.js';

interface Season {
  /** Any of these in the keyword puts it under the season. */
  readonly words: RegExp;
  /** Day of the year with the most searches, 0 for the first of January. */
  readonly peakDay: number;
  /** How narrow the peak is: 1 is half the year, 30 some three weeks. */
  readonly sharpness: number;
  /** What is left out of season, as a part of the peak. */
  readonly floor: number;
}

/** The first that fits holds, so the narrow ones stand first. */
const SEASONS: readonly Season[] = [
  { words: /christmas|advent|santa|gift tag|holiday card|weihnacht|noël|noel|クリスマス/u, peakDay: 340, sharpness: 22, floor: 0.05 },
  { words: /halloween|spooky|witch|pumpkin/u, peakDay: 288, sharpness: 30, floor: 0.04 },
  { words: /thanksgiving|gratitude tree/u, peakDay: 320, sharpness: 35, floor: 0.05 },
  { words: /valentine|galentine/u, peakDay: 35, sharpness: 40, floor: 0.04 },
  { words: /easter|bunny|ostern|pâques/u, peakDay: 88, sharpness: 35, floor: 0.05 },
  { words: /mother'?s day|mothers day|muttertag/u, peakDay: 122, sharpness: 40, floor: 0.06 },
  { words: /father'?s day|fathers day/u, peakDay: 158, sharpness: 40, floor: 0.06 },
  { words: /tax|bookkeeping|1099/u, peakDay: 60, sharpness: 8, floor: 0.3 },
  { words: /graduation|class of/u, peakDay: 128, sharpness: 18, floor: 0.1 },
  { words: /teacher|classroom|school|homeschool|lesson|student/u, peakDay: 215, sharpness: 6, floor: 0.35 },
  { words: /wedding|bridal|bride|save the date|hochzeit|mariage/u, peakDay: 60, sharpness: 2, floor: 0.6 },
  { words: /garden|seed|summer|beach|camping|travel|itinerary/u, peakDay: 150, sharpness: 3, floor: 0.35 },
  { words: /planner|calendar|habit|goal|budget|resolution|workout|fitness|vision board|kalender|agenda|手帳/u, peakDay: 4, sharpness: 5, floor: 0.4 },
]; // prettier-ignore

const EVEN: Season = { words: /^/u, peakDay: 330, sharpness: 1, floor: 0.85 };

/** One weight a day of the year, mean 1 over the year: a von Mises bell above its floor. */
function weightsOf(season: Season): Float64Array {
  const weights = Float64Array.from({ length: 366 }, (_, day) => {
    const angle = (2 * Math.PI * (day - season.peakDay)) / DAYS_IN_YEAR;
    return season.floor + (1 - season.floor) * Math.exp(season.sharpness * (Math.cos(angle) - 1));
  });
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return weights.map((weight) => weight / mean);
}

const WEIGHTS = new Map([...SEASONS, EVEN].map((season) => [season, weightsOf(season)]));

/** The season of a keyword (in lower case): a weight for each day of the year, mean 1. */
export function seasonOf(keyword: string): Float64Array {
  const season = SEASONS.find(({ words }) => words.test(keyword)) ?? EVEN;
  return WEIGHTS.get(season) ?? weightsOf(season);
}
