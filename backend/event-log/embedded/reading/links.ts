import { linkFrame } from '../messages/read-responses.js';
import { dataOf, recordedEventOf, typeOf } from '../messages/recorded-event.js';
import type { Events } from '../storage/events.js';
import { SystemEventType } from '../storage/places.js';
import type { Streams } from '../storage/streams.js';
import { positionOf, splitFrames } from './frame-runs.js';
import { readableRange } from './readable-range.js';

/** Puts beside each link (an event of type `$>` whose data reads `revision@stream`) the event that it points to. */
export class LinkResolver {
  constructor(
    private readonly streams: Streams,
    readonly events: Events,
    readonly nowMs: () => number,
  ) {}

  /** The frame to send for this stored frame: itself when it is no link. */
  resolved(frame: Buffer): Buffer {
    if (typeOf(frame) !== SystemEventType.Link) return frame;
    return linkFrame(this.target(frame), recordedEventOf(frame), positionOf(frame));
  }

  /** The same for a run of frames. */
  resolvedRun(run: Buffer): Buffer {
    return Buffer.concat(splitFrames(run).map((frame) => this.resolved(frame)));
  }

  private target(link: Buffer): Buffer | undefined {
    const match = /^(\d+)@(.+)$/s.exec(dataOf(link).toString('utf8'));
    if (match?.[1] === undefined || match[2] === undefined) return undefined;
    const revision = Number(match[1]);
    const stream = this.streams.named(match[2]);
    const { first, last } = readableRange(stream, this);
    if (stream.ref === undefined || this.streams.isTombstoned(stream) || revision < first || revision > last)
      return undefined;
    const position = this.events.positionOf(stream.ref, revision);
    const frame = position === undefined ? undefined : this.events.frameAt(position);
    return frame === undefined ? undefined : recordedEventOf(frame);
  }
}
