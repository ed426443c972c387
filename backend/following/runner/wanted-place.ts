import type { EventLog } from '../../event-log/event-log.js';
import type { EventBatches } from '../batches/event-batches.js';
import type { Checkpoint } from '../partitions/held-partitions.js';

export interface WantedPlaceOptions {
  readonly eventLog: EventLog;
  readonly eventTypes: readonly string[];
  readonly signal: AbortSignal;
  readonly onError: (error: unknown) => void;
  /** Where the follower stands; undefined while it is about to move by itself. */
  readonly standing: () => { readonly place: Checkpoint; readonly batches: EventBatches } | undefined;
}

/**
 * A reader waits for a place that the log may never announce, for nothing of ours lies near it. The wish is kept until
 * it is fulfilled: while events of ours are still to come, looking is in vain, so `look` is called again after each
 * batch.
 */
export class WantedPlace {
  private wanted: bigint | undefined;
  private looking = false;

  constructor(private readonly options: WantedPlaceOptions) {}

  want(position: bigint): void {
    if (this.wanted === undefined || position > this.wanted) this.wanted = position;
    this.look();
  }

  /** Looks, unless there is no wish, a look is under way or the follower is busy. */
  look(): void {
    if (this.wanted === undefined || this.looking) return;
    this.looking = true;
    this.readOn()
      .catch((error: unknown) => {
        // Somebody's wait ends in vain; he may ask again.
        this.wanted = undefined;
        this.options.onError(error);
      })
      .finally(() => (this.looking = false));
  }

  /** Reads on from the checkpoint (less than the log's own interval of announcements) up to the first event of ours. */
  private async readOn(): Promise<void> {
    const { eventLog, eventTypes, signal, standing } = this.options;
    const [wanted, start] = [this.wanted, standing()];
    if (wanted === undefined || !start) return;
    const { place, batches } = start;
    if (place !== undefined && place >= wanted) {
      this.wanted = undefined;
      return;
    }
    let reached: bigint | undefined;
    for await (const event of eventLog.readAll(place === undefined ? {} : { after: place })) {
      // It comes by itself, and the next look is after it.
      if (signal.aborted || eventTypes.includes(event.type)) return;
      reached = event.position;
      if (reached >= wanted) break;
    }
    // Whoever wishes for a place beyond the end of the log wishes in vain.
    if (this.wanted === wanted) this.wanted = undefined;
    if (reached !== undefined && standing()?.batches === batches) batches.reach(reached);
  }
}
