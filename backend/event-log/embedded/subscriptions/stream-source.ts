import type { CommittedEvent } from '../appending/log-writer.js';
import type { ReadRequest } from '../messages/read-request.js';
import { readableRange } from '../reading/readable-range.js';
import type { ReadableLog } from '../reading/read-pages.js';
import { END_OF_STREAM } from '../storage/places.js';
import type { StoredEvent } from '../storage/events.js';
import type { Portion, Source } from './source.js';

/** The events of one stream after a revision. */
export class StreamSource implements Source {
  constructor(
    private readonly log: ReadableLog,
    private readonly name: string,
    private readonly request: ReadRequest,
    private revision: number,
  ) {}

  next(): Portion {
    const stream = this.log.streams.named(this.name);
    const { first, last, createdSinceMs } = readableRange(stream, this.log.nowMs());
    const low = Math.max(first, this.revision + 1);
    if (stream.ref === undefined || low > last) return { frames: [], isLast: true, isTombstoned: false };
    const page = this.log.events.ofStream(stream.ref, low, last, createdSinceMs, false);
    return this.portion(page.events, page.isLast);
  }

  take(events: readonly CommittedEvent[]): Portion {
    const mine = events.filter((event) => event.stream === this.name && event.revision > this.revision);
    return this.portion(mine, true);
  }

  private portion(events: readonly StoredEvent[], isLast: boolean): Portion {
    this.revision = events.at(-1)?.revision ?? this.revision;
    const frames = events.map((event) =>
      this.request.resolveLinks ? this.log.links.resolved(event) : event.frame,
    );
    return { frames, isLast, isTombstoned: this.revision === END_OF_STREAM };
  }
}
