import { crc32 } from 'node:zlib';
import { MalformedMessage } from '../protobuf/wire-reader.js';
import type { EventFile } from '../storage/event-file.js';
import { messageOf } from '../storage/file-errors.js';
import { describedBy, END_OF_STREAM, POSITION_STEP, SystemEventType } from '../storage/places.js';
import { truncationOf, type Truncation } from '../storage/stream-metadata.js';
import { columns } from '../storage/streams.js';
import { readStoredFrame, type StoredFacts } from './stored-frame.js';

/** What a walk through the file found. */
export interface Walk {
  /** Sound events before the first broken place, or in all. */
  readonly events: number;
  readonly streams: number;
  readonly lastPosition: number;
  /** Of all frames in order, eight hexadecimal digits: equal in two files whose events are equal. */
  readonly checksum: string;
  /** The first broken place in words; undefined when all is well. */
  readonly broken: string | undefined;
}

interface WalkedStream {
  last: number;
  chain: number;
}

/** What the columns of an event say. */
interface Columns {
  readonly position: number;
  readonly streamRef: number;
  readonly facts: StoredFacts;
  readonly chain: number;
  readonly streamChain: number;
  readonly frame: Buffer;
}

class Broken extends Error {}

/**
 * Walks the file from its first event to its last: every event decodes and is what was written, positions rise without a gap, the
 * revisions of each stream too, what is kept beside the events agrees with them, and the pages and indexes of the file are whole.
 */
export function walkFile(file: EventFile): Walk {
  const walker = new Walker(file);
  try {
    walker.walk();
    return walker.found(undefined);
  } catch (cause) {
    if (cause instanceof Broken) return walker.found(cause.message);
    return walker.found(`behind position ${walker.position}: ${messageOf(cause)}`);
  }
}

class Walker {
  position = 0;
  private events = 0;
  private chain = 0;
  private readonly streams = new Map<number, WalkedStream>();
  private readonly truncations = new Map<string, Truncation>();

  constructor(private readonly file: EventFile) {}

  walk(): void {
    const rows = this.file.prepare(
      `select position, stream, s.name, revision, t.name, id, created_ms, chain, stream_chain, frame
       from events e left join streams s on s.ref = e.stream left join event_types t on t.ref = e.type
       order by position`,
    );
    for (const row of rows.iterate()) this.check(columnsOf(row));
    this.checkTruncations();
    // Last, because it names pages and indexes, not events.
    const whole = columns(this.file.prepare('pragma integrity_check(1)').get())?.[0];
    if (whole !== 'ok') throw new Broken(`the pages of the file: ${String(whole)}`);
  }

  found(broken: string | undefined): Walk {
    const checksum = this.chain.toString(16).padStart(8, '0');
    return {
      events: this.events,
      streams: this.streams.size,
      lastPosition: this.position,
      checksum,
      broken,
    };
  }

  private check(event: Columns): void {
    const { position, streamRef, facts, frame } = event;
    const at = `the event at position ${position}, revision ${facts.revision} of stream «${facts.stream}»`;
    if (position !== this.position + POSITION_STEP)
      throw new Broken(`behind position ${this.position} comes ${position}: events are missing`);
    const stream = this.streams.get(streamRef) ?? { last: -1, chain: 0 };
    const chain = crc32(frame, this.chain);
    const streamChain = crc32(frame, stream.chain);
    if (chain !== event.chain || streamChain !== event.streamChain)
      throw new Broken(`${at} is not what was written: its checksum is another`);
    compare(at, facts, position, frame);
    if (facts.revision !== END_OF_STREAM && facts.revision !== stream.last + 1)
      throw new Broken(`${at} follows revision ${stream.last}`);
    this.streams.set(streamRef, { last: facts.revision, chain: streamChain });
    this.chain = chain;
    this.position = position;
    this.events += 1;
    const described = describedBy(facts.stream);
    if (described !== undefined && facts.type === SystemEventType.Metadata)
      this.truncations.set(described, truncationOf(readStoredFrame(frame).data));
  }

  /** What hides events from readers is kept beside the streams, so that a read need not look for their metadata. */
  private checkTruncations(): void {
    const rows = this.file.prepare('select name, max_count, max_age_ms, truncate_before from streams');
    for (const row of rows.iterate()) {
      const [name, maxCount, maxAgeMs, truncateBefore] = columns(row) ?? [];
      const stream = textOf(name);
      const due = this.truncations.get(stream);
      const kept = [maxCount ?? undefined, maxAgeMs ?? undefined, truncateBefore ?? undefined];
      const written = [due?.maxCount, due?.maxAgeMs, due?.truncateBefore];
      if (kept.some((value, index) => value !== written[index]))
        throw new Broken(`stream «${stream}» hides other events than its metadata say`);
    }
  }
}

function compare(at: string, facts: StoredFacts, position: number, frame: Buffer): void {
  try {
    const stored = readStoredFrame(frame);
    const differing = (['id', 'stream', 'type', 'revision', 'createdMs'] as const).find(
      (fact) => stored[fact] !== facts[fact],
    );
    if (differing !== undefined)
      throw new Broken(`${at} says another ${differing} than the columns beside it`);
    if (stored.position !== position) throw new Broken(`${at} says that it stands at ${stored.position}`);
  } catch (cause) {
    if (cause instanceof MalformedMessage) throw new Broken(`${at} cannot be decoded: ${cause.message}`);
    throw cause;
  }
}

function columnsOf(row: unknown): Columns {
  const [position, streamRef, stream, revision, type, id, createdMs, chain, streamChain, frame] =
    columns(row) ?? [];
  return {
    position: Number(position),
    streamRef: Number(streamRef),
    facts: {
      id: Buffer.from(id as Uint8Array).toString('hex'),
      stream: textOf(stream),
      type: textOf(type),
      revision: Number(revision),
      createdMs: Number(createdMs),
    },
    chain: Number(chain),
    streamChain: Number(streamChain),
    frame: Buffer.from(frame as Uint8Array),
  };
}

const textOf = (bytes: unknown): string =>
  bytes instanceof Uint8Array ? Buffer.from(bytes).toString('utf8') : '(without a name)';
