type NumberColumn = 'search_volume' | 'opportunity' | 'competition' | 'result_count' | 'average_price';

/** A sort is one column, read in one direction along its index; `type` is what a place in it is in SQL. */
export interface Sort {
  readonly column: NumberColumn | 'last_observed_at' | 'normalized';
  readonly type: 'float8' | 'text' | 'timestamptz';
  readonly direction: 'asc' | 'desc';
  /** False where every keyword has the value. */
  readonly canBeMissing: boolean;
}

const number = (column: NumberColumn, direction: Sort['direction']): Sort => ({
  column,
  type: 'float8',
  direction,
  canBeMissing: true,
});

export const SORTS = {
  '-searchVolume': number('search_volume', 'desc'),
  searchVolume: number('search_volume', 'asc'),
  '-opportunity': number('opportunity', 'desc'),
  opportunity: number('opportunity', 'asc'),
  '-competition': number('competition', 'desc'),
  competition: number('competition', 'asc'),
  '-resultCount': number('result_count', 'desc'),
  resultCount: number('result_count', 'asc'),
  '-averagePrice': number('average_price', 'desc'),
  averagePrice: number('average_price', 'asc'),
  keyword: { column: 'normalized', type: 'text', direction: 'asc', canBeMissing: false },
  '-keyword': { column: 'normalized', type: 'text', direction: 'desc', canBeMissing: false },
  '-lastObservedAt': {
    column: 'last_observed_at',
    type: 'timestamptz',
    direction: 'desc',
    canBeMissing: true,
  },
} as const satisfies Readonly<Record<string, Sort>>;

export type SortName = keyof typeof SORTS;
export const SORT_NAMES = Object.keys(SORTS) as [SortName, ...SortName[]];
