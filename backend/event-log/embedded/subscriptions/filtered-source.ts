import type { CommittedEvent } from '../appending/log-writer.js';
import { checkpointFrame } from '../messages/read-responses.js';
import type { ReadableLog } from '../reading/read-pages.js';
import type { FilterMatcher } from './filter.js';
import type { Portion, Source } from './source.js';

/** Bytes after which a portion is handed over: what a lagging reader keeps in memory. */
const PORTION_BYTES = 256 * 1024;

/** The events of `$all` that match a filter, with a checkpoint after every so many events looked at. */
export class FilteredSource implements Source {
  private lookedAt = 0;

  constructor(
    private readonly log: ReadableLog,
    private readonly matcher: FilterMatcher,
    private readonly checkpointEvery: number,
    private readonly resolveLinks: boolean,
    private position: number,
  ) {}

  next(): Portion {
    const { kinds, isLast } = this.log.events.kindsAfter(this.position);
    const frames: Buffer[] = [];
    let bytes = 0;
    for (const kind of kinds) {
      const frame = this.matcher.matchesKind(kind) ? this.log.events.frameAt(kind.position) : undefined;
      this.lookAt(kind.position, frame, frames);
      bytes += frame?.length ?? 0;
      if (bytes >= PORTION_BYTES) return { frames, isLast: false, isTombstoned: false };
    }
    return { frames, isLast, isTombstoned: false };
  }

  take(events: readonly CommittedEvent[]): Portion {
    const frames: Buffer[] = [];
    for (const event of events) {
      if (event.position <= this.position) continue;
      this.lookAt(event.position, this.matcher.matches(event) ? event.frame : undefined, frames);
    }
    return { frames, isLast: true, isTombstoned: false };
  }

  private lookAt(position: number, frame: Buffer | undefined, frames: Buffer[]): void {
    this.position = position;
    if (frame !== undefined) {
      frames.push(this.resolveLinks ? this.log.links.resolved({ position, revision: 0, frame }) : frame);
    }
    this.lookedAt++;
    if (this.lookedAt < this.checkpointEvery) return;
    this.lookedAt = 0;
    frames.push(checkpointFrame(position));
  }
}
