import type { Followed } from '../event-log.js';

/** Read ahead for a follower that is busy. */
const HELD_ITEMS = 2_048;
/** After so many events of others a follower is told how far the log has come, or it would begin far behind after a restart. */
const PASSED_EVENTS = 256;

/** One of several followers of a subscription: takes only what it asked for, and nothing up to the place that it has reached. */
export class Sharer {
  private held: Followed[] = [];
  private passed = 0;
  private hasLeft = false;
  private readonly wants = new Map<string, boolean>();
  private arrived: (() => void) | undefined;
  private emptied: (() => void) | undefined;

  constructor(
    readonly typePrefixes: readonly string[],
    private readonly after: bigint = -1n,
  ) {}

  get isFull(): boolean {
    return !this.hasLeft && this.held.length >= HELD_ITEMS;
  }

  offer(item: Followed): void {
    if (this.hasLeft) return;
    const offered = item.kind === 'event' ? this.wantedOf(item) : item;
    if (!offered) return;
    if (offered.kind !== 'caught-up' && placeOf(offered) <= this.after) return;
    this.passed = 0;
    this.held.push(offered);
    this.arrived?.();
  }

  /** Everything that has arrived, at least one item; undefined once it has left and nothing is held any more. */
  async take(): Promise<Followed[] | undefined> {
    while (this.held.length === 0) {
      if (this.hasLeft) return undefined;
      await new Promise<void>((resolve) => (this.arrived = resolve));
    }
    const taken = this.held;
    this.held = [];
    this.emptied?.();
    return taken;
  }

  taken(): Promise<void> {
    return new Promise((resolve) => (this.emptied = resolve));
  }

  leave(): void {
    this.hasLeft = true;
    this.arrived?.();
    this.emptied?.();
  }

  private wantedOf(item: Followed & { kind: 'event' }): Followed | undefined {
    if (this.wanted(item.event.type)) return item;
    this.passed += 1;
    return this.passed < PASSED_EVENTS ? undefined : { kind: 'checkpoint', position: item.event.position };
  }

  private wanted(type: string): boolean {
    let wanted = this.wants.get(type);
    if (wanted === undefined) {
      wanted = this.typePrefixes.some((prefix) => type.startsWith(prefix));
      this.wants.set(type, wanted);
    }
    return wanted;
  }
}

export const placeOf = (item: Exclude<Followed, { kind: 'caught-up' }>): bigint =>
  item.kind === 'event' ? item.event.position : item.position;
