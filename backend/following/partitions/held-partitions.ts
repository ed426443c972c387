/** Place in `$all` up to which everything is applied; undefined: nothing yet. */
export type Checkpoint = bigint | undefined;

/** Partitions that stand at one place, and how far they may go together. */
export interface Stretch {
  readonly partitions: readonly number[];
  readonly from: Checkpoint;
  readonly to: bigint;
}

/** The partitions of one build that this process feeds, each with its place in the log. */
export class HeldPartitions {
  private readonly places: Map<number, Checkpoint>;

  constructor(
    places: Iterable<readonly [number, Checkpoint]>,
    /** Partitions of the whole build. */
    readonly count: number,
  ) {
    this.places = new Map(places);
  }

  get partitions(): readonly number[] {
    return [...this.places.keys()].sort((one, other) => one - other);
  }

  /** Everything up to here is applied, for each of them. */
  get least(): Checkpoint {
    return this.distinct()[0];
  }

  /**
   * The hindmost go alone until they reach the next, so that each event is applied once to each partition however far
   * apart they stood when they came together. Undefined once all are at `upTo`.
   */
  hindmost(upTo: bigint): Stretch | undefined {
    const [from, next] = this.distinct();
    if (this.places.size === 0 || (from !== undefined && from >= upTo)) return undefined;
    const partitions = this.partitions.filter((partition) => this.places.get(partition) === from);
    return { partitions, from, to: next !== undefined && next < upTo ? next : upTo };
  }

  move(partitions: readonly number[], to: Checkpoint): void {
    for (const partition of partitions) this.places.set(partition, to);
  }

  /** From the hindmost on; nowhere is before everything. (A sort would put `undefined` last, whatever it is told.) */
  private distinct(): Checkpoint[] {
    const places = new Set(this.places.values());
    const standing = [...places].filter((place) => place !== undefined);
    const rising = standing.sort((one, other) => (one < other ? -1 : 1));
    return places.has(undefined) ? [undefined, ...rising] : rising;
  }
}
