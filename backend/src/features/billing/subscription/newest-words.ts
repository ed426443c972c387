import type { Terms } from '../../../../contracts/events/subscription/terms.js';

/** What Stripe said at a moment, and what tells whether it said it before or after something else. */
export interface Word {
  readonly at: string;
  /** Within one second: what makes a thing comes before what changes it, and that before what ends it. */
  readonly rank: number;
  /** Stripe's id of the event. */
  readonly source: string;
}

/** Below 0 where the first came before. */
export function compareWords(one: Word, other: Word): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  if (one.rank !== other.rank) return one.rank - other.rank;
  return one.source === other.source ? 0 : one.source < other.source ? -1 : 1;
}

/** The later of two words; the order in which they are given does not matter. */
export const newerOf = <W extends Word>(one: W | undefined, other: W): W =>
  one === undefined || compareWords(one, other) < 0 ? other : one;

export interface TermsWord extends Word {
  readonly terms: Terms;
  readonly before: Terms | null;
}

/** All that was said in the newest second, by source: which of it was said last is seen when all of it is there. */
export type NewestTerms = readonly TermsWord[];

/** Whatever the order in which words are added, and however often, the outcome is the same. */
export function withWord(newest: NewestTerms, word: TermsWord): NewestTerms {
  const [any] = newest;
  if (any && word.at < any.at) return newest;
  if (!any || word.at > any.at) return [word];
  if (newest.some(({ source }) => source === word.source)) return newest;
  return [...newest, word].sort((one, other) => (one.source < other.source ? -1 : 1));
}

/**
 * What was said last. Stripe counts time in seconds, and several changes within one are usual (a new period and its refused payment).
 * Of those, each says how it was before: whoever's outcome another one started from came before that one. What is left undecided (a
 * change and its undoing within one second) goes by the id, which may be wrong: then reconciling with Stripe puts it right.
 */
export const lastOf = (newest: NewestTerms): Terms | undefined => candidates(newest).at(-1)?.terms;

/** Whether Stripe must be asked which of two was said last. */
export const isUndecided = (newest: NewestTerms): boolean => candidates(newest).length > 1;

function candidates(newest: NewestTerms): NewestTerms {
  const highest = Math.max(...newest.map(({ rank }) => rank));
  const same = newest.filter(({ rank }) => rank === highest);
  const comesBefore = (one: TermsWord, other: TermsWord) =>
    isSame(one.terms, other.before) && !isSame(other.terms, one.before);
  const last = same.filter((word) => !same.some((other) => other !== word && comesBefore(word, other)));
  return last.length > 0 ? last : same;
}

function isSame(one: Terms, other: Terms | null): boolean {
  if (other === null) return false;
  return (Object.keys(one) as (keyof Terms)[]).every((field) => one[field] === other[field]);
}
