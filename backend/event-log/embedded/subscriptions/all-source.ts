import type { CommittedEvent } from '../appending/log-writer.js';
import type { ReadRequest } from '../messages/read-request.js';
import type { ReadableLog } from '../reading/read-pages.js';
import type { Portion, Source } from './source.js';

/** Every event of `$all` after a position. */
export class AllSource implements Source {
  constructor(
    private readonly log: ReadableLog,
    private readonly request: ReadRequest,
    private position: number,
  ) {}

  next(): Portion {
    const { events, links, pages } = this.log;
    const { bytes, count, last } = pages.ofAll(this.position + 1);
    if (count === 0) return { frames: [], isLast: true, isTombstoned: false };
    this.position = last;
    const frames = [this.request.resolveLinks ? links.resolvedRun(bytes) : bytes];
    return { frames, isLast: last === events.head().position, isTombstoned: false };
  }

  take(events: readonly CommittedEvent[]): Portion {
    const fresh = events.filter((event) => event.position > this.position);
    this.position = fresh.at(-1)?.position ?? this.position;
    return { frames: fresh.map(({ frame }) => this.sent(frame)), isLast: true, isTombstoned: false };
  }

  private sent(frame: Buffer): Buffer {
    return this.request.resolveLinks ? this.log.links.resolved(frame) : frame;
  }
}
