/** Rows among which all that fit are; looking at them takes about as many steps as `count` says. */
export interface Candidates {
  readonly count: number;
  /** The text fits all of them: no need to look again. */
  readonly certain?: boolean;
  /** May show a row more than once. */
  each(visit: (row: number) => void): void;
}

/** Whether the text of a search fits a row. */
export interface RowTest {
  fits(row: number): boolean;
  /** Worth asking only where fitting rows are rare. */
  candidates(): Candidates;
}

export const NOBODY: Candidates = { count: 0, each: () => undefined };
