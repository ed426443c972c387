import type { CommittedEvent } from '../appending/log-writer.js';
import { checkpointFrame } from '../messages/read-responses.js';
import type { ReadableLog } from '../reading/read-pages.js';
import type { EventKind } from '../storage/events.js';
import { EventFileDamaged } from '../storage/file-errors.js';
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
    for (let at = 0; at < kinds.length;) {
      const stretch = this.stretchAt(kinds, at);
      const run = stretch.matches ? this.runAt(kinds, at, stretch.count) : undefined;
      const count = run?.count ?? stretch.count;
      at += count;
      this.lookAt(count, kinds[at - 1]?.position ?? this.position, run?.bytes, frames);
      bytes += run?.bytes.length ?? 0;
      if (bytes >= PORTION_BYTES) return { frames, isLast: false, isTombstoned: false };
    }
    return { frames, isLast, isTombstoned: false };
  }

  take(events: readonly CommittedEvent[]): Portion {
    const frames: Buffer[] = [];
    for (const event of events) {
      if (event.position <= this.position) continue;
      this.lookAt(1, event.position, this.matcher.matches(event) ? event.frame : undefined, frames);
    }
    return { frames, isLast: true, isTombstoned: false };
  }

  /** The events from this one on that all match, or all do not: no further than to the next checkpoint. */
  private stretchAt(kinds: readonly EventKind[], start: number): { matches: boolean; count: number } {
    const end = Math.min(kinds.length, start + this.checkpointEvery - this.lookedAt);
    const matchesAt = (at: number): boolean => {
      const kind = kinds[at];
      return kind !== undefined && this.matcher.matchesKind(kind);
    };
    const matches = matchesAt(start);
    let at = start + 1;
    while (at < end && matchesAt(at) === matches) at++;
    return { matches, count: at - start };
  }

  /** The first of these events, as many as a page holds. */
  private runAt(kinds: readonly EventKind[], at: number, count: number): { bytes: Buffer; count: number } {
    const position = kinds[at]?.position ?? 0;
    if (count > 1) return this.log.pages.ofAll(position, count);
    const frame = this.log.events.frameAt(position);
    if (frame === undefined) throw new EventFileDamaged(`no event stands at position ${position}`);
    return { bytes: frame, count: 1 };
  }

  private lookAt(count: number, last: number, run: Buffer | undefined, frames: Buffer[]): void {
    this.position = last;
    if (run !== undefined) frames.push(this.resolveLinks ? this.log.links.resolvedRun(run) : run);
    this.lookedAt += count;
    if (this.lookedAt < this.checkpointEvery) return;
    this.lookedAt = 0;
    frames.push(checkpointFrame(last));
  }
}
