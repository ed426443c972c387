import type { CommittedEvent } from '../appending/log-writer.js';
import type { ReadRequest } from '../messages/read-request.js';
import { readableRange } from '../reading/readable-range.js';
import type { ReadableLog } from '../reading/read-pages.js';
import { END_OF_STREAM } from '../storage/places.js';
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
    const { first, last } = readableRange(stream, this.log);
    const low = Math.max(first, this.revision + 1);
    if (stream.ref === undefined || low > last) return { frames: [], isLast: true, isTombstoned: false };
    const page = this.log.pages.ofStream(stream.ref, low, last);
    if (page.count === 0) return { frames: [], isLast: true, isTombstoned: false };
    const { bytes } = page;
    const run = this.request.resolveLinks ? this.log.links.resolvedRun(bytes) : bytes;
    return this.portion([run], page.last, page.last === last);
  }

  take(events: readonly CommittedEvent[]): Portion {
    const mine = events.filter((event) => event.stream === this.name && event.revision > this.revision);
    const frames = mine.map(({ frame }) =>
      this.request.resolveLinks ? this.log.links.resolved(frame) : frame,
    );
    return this.portion(frames, mine.at(-1)?.revision ?? this.revision, true);
  }

  private portion(frames: readonly Buffer[], last: number, isLast: boolean): Portion {
    this.revision = last;
    return { frames, isLast, isTombstoned: last === END_OF_STREAM };
  }
}
