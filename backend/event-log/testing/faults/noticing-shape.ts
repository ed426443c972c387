export interface Noticing {
  /** Cases of the contract that fail on a store with this fault. */
  readonly noticed: readonly string[];
  /** A case that such a store passes: the fault does not just break everything. */
  readonly unharmed: string;
}
