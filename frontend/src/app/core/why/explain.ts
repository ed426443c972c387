import type { KeywordDetail, KeywordItem, Metric, Opportunity } from '../../api/types.js';
import type { Measure } from '../../ui/figures/measure-format.js';
import type { WhyQuestion } from './why-question.js';

/** What is known about where a number comes from; null where the kind of number has no such thing. */
export interface Explanation {
  measure: Metric | Opportunity;
  metric: Metric | null;
  formula: string | null;
}

export function explain(keyword: KeywordItem, metric: WhyQuestion['metric']): Explanation | null {
  if (metric === 'opportunity') {
    const { opportunity } = keyword;
    return opportunity && { measure: opportunity, metric: null, formula: opportunity.formula };
  }
  const known = keyword.metrics[metric];
  return known ? { measure: known, metric: known, formula: known.formula ?? null } : null;
}

/** One input of a formula: a figure with its relation, or anything else as text; null where the page did not show it. */
export interface FormulaInput {
  name: string;
  figure: Measure | null;
  text: string | null;
}

/** Said above the inputs already, for the number as a whole. */
const SAID_ABOVE = ['observationId', 'observedAt', 'source'];

/** How the page names an input and writes a number; without one, in plain English. */
export interface InputWords {
  name: (name: string) => string;
  number: (value: number) => string;
}
const PLAIN: InputWords = { name: spaced, number: String };

export function inputsOf(
  detail: KeywordDetail | null,
  metric: string,
  words: InputWords = PLAIN,
): FormulaInput[] {
  const inputs = detail?.scores?.[metric]?.inputs ?? {};
  const currency = typeof inputs['currency'] === 'string' ? inputs['currency'] : undefined;
  return Object.entries(inputs).flatMap(([name, value]) => {
    if (SAID_ABOVE.includes(name)) return [];
    if (typeof value === 'number' && currency && name.endsWith('Minor'))
      return { name, figure: { value, currency }, text: null };
    if (typeof value === 'number') return { name, figure: { value }, text: null };
    if (isMeasure(value)) return { name, figure: value, text: null };
    return { name, figure: null, text: value === null ? null : textOf(value, words) };
  });
}

/** `{ supply: 0.6, reviews: 0.3 }` as "supply 0.6, reviews 0.3". */
function textOf(value: unknown, words: InputWords): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return words.number(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  return Object.entries(value)
    .map(([name, part]) => `${words.name(name)} ${textOf(part, words)}`)
    .join(', ');
}

/** `reviewCountsShown` as "review counts shown": formulas name their inputs for programs, this is for people. */
export function spaced(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

function isMeasure(value: unknown): value is Measure {
  return (
    typeof value === 'object' &&
    value !== null &&
    'value' in value &&
    typeof value.value === 'number' &&
    'relation' in value
  );
}
