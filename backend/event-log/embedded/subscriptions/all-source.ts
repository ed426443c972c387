import type { CommittedEvent } from '../appending/log-writer.js';
import type { ReadRequest } from '../messages/read-request.js';
import type { ReadableLog } from '../reading/read-pages.js';
import type { StoredEvent } from '../storage/events.js';
import type { Portion, Source } from './source.js';

/** Every event of `$all` after a position. */
export class AllSource implements Source {
  constructor(
    private readonly log: ReadableLog,
    private readonly request: ReadRequest,
    private position: number,
  ) {}

  next(): Portion {
    const { events, isLast } = this.log.events.forwards(this.position + 1);
    this.position = events.at(-1)?.position ?? this.position;
    return { frames: events.map((event) => this.frameOf(event)), isLast, isTombstoned: false };
  }

  take(events: readonly CommittedEvent[]): Portion {
    const fresh = events.filter((event) => event.position > this.position);
    this.position = fresh.at(-1)?.position ?? this.position;
    return { frames: fresh.map((event) => this.frameOf(event)), isLast: true, isTombstoned: false };
  }

  private frameOf(event: StoredEvent): Buffer {
    return this.request.resolveLinks ? this.log.links.resolved(event) : event.frame;
  }
}
