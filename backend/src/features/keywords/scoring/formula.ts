import type { Count } from '../../../../contracts/values/measure.js';
import type { Listing } from '../../../../contracts/events/observation/keyword-observed/v1.js';

/** What a formula may look at: one page of results as it was seen. */
export interface SeenPage {
  readonly resultCount: Count | null;
  readonly listings: readonly Listing[];
}

/** What a score was made from, by name, for "why this number". */
export type Inputs = Readonly<Record<string, unknown>>;

export interface Scored<Result> {
  readonly result: Result;
  readonly inputs: Inputs;
}

/** @param inputs made when they are asked for: of most scores they never are */
export const scored = <Result>(result: Result, inputs: () => Inputs): Scored<Result> =>
  new LazilyExplained(result, inputs);

class LazilyExplained<Result> implements Scored<Result> {
  constructor(
    readonly result: Result,
    private readonly explain: () => Inputs,
  ) {}

  get inputs(): Inputs {
    return this.explain();
  }
}

/** One version of one formula: pure, so that it can be run again over the whole history. */
export interface Formula<Input, Result> {
  /** `<score>-<n>`: what is written beside every number that it gave. Never reuse one. */
  readonly version: string;
  /** From this moment the product answered with it; `?asOf=` before it goes by the version before. */
  readonly liveSince: string;
  /** null where an input is missing: no score is not a score of zero. */
  readonly score: (input: Input) => Scored<Result> | null;
}

/** Before there was any observation: for the first version of each formula. */
export const FROM_THE_BEGINNING = '1995-01-01T00:00:00.000Z';

/** Listings that speak of this keyword: not shown as a stopgap, and not there because somebody paid (where known). */
export function organic(page: SeenPage): readonly Listing[] {
  if (page !== lastPage) {
    lastOrganic = page.listings.filter((listing) => !listing.fallback && listing.sponsored !== true);
    lastPage = page;
  }
  return lastOrganic;
}

// Every formula asks for the same page, one after the other; a page never changes.
let lastPage: SeenPage | undefined;
let lastOrganic: readonly Listing[] = [];
