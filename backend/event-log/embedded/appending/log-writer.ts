import { randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { dataOf, encodeEventFrame, streamIdentifierField } from '../messages/recorded-event.js';
import { uuidFromText } from '../protobuf/uuid.js';
import type { Events } from '../storage/events.js';
import type { EventTypes } from '../storage/event-types.js';
import {
  describedBy,
  END_OF_STREAM,
  SystemEventType,
  metadataStreamOf,
  POSITION_STEP,
} from '../storage/places.js';
import { SOFT_DELETED_METADATA, truncationOf, withTruncateBefore } from '../storage/stream-metadata.js';
import { isSoftDeleted, type Stream, type Streams } from '../storage/streams.js';
import { decideAppend, decideDelete, type KnownIds } from './append-rules.js';
import type { AppendOutcome, CheckedEvent, ExpectedRevision } from './append.js';

/** An event just committed, with all that a live subscription asks. */
export interface CommittedEvent {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly frame: Buffer;
}

export type DeleteOutcome =
  | { readonly kind: 'deleted'; readonly position: number }
  | { readonly kind: 'wrong-expected-revision'; readonly actual: number }
  | { readonly kind: 'stream-deleted' };

const NO_BYTES: Buffer = Buffer.alloc(0);

/** Writes to the log. Every method must run inside a transaction: see GroupCommit. */
export class LogWriter {
  private head: number;
  private chain: number;
  private written: CommittedEvent[] = [];
  private identified: Stream | undefined;
  private identifier = NO_BYTES;

  constructor(
    private readonly streams: Streams,
    private readonly types: EventTypes,
    private readonly events: Events,
    private readonly nowMs: () => number,
  ) {
    const { position, chain } = events.head();
    this.head = position;
    this.chain = chain;
  }

  append(name: string, expected: ExpectedRevision, events: readonly CheckedEvent[]): AppendOutcome {
    const stream = this.streams.named(name);
    const wasSoftDeleted = isSoftDeleted(stream);
    const facts = {
      last: stream.last,
      isSoftDeleted: wasSoftDeleted,
      isTombstoned: this.streams.isTombstoned(stream),
    };
    const ids = events.map((event) => event.id);
    const decision = decideAppend(facts, expected, ids, this.idsIn(stream));
    if (decision.kind === 'wrong-expected-revision') return { ...decision, expected };
    if (decision.kind === 'stream-deleted') return decision;
    if (decision.kind === 'nothing') return { kind: 'appended', revision: 0, position: this.head };
    if (decision.kind === 'repeat') return this.repeated(stream, decision.revision);
    const firstRevision = stream.last + 1;
    for (const event of events) this.write(stream, stream.last + 1, event);
    const appended: AppendOutcome = { kind: 'appended', revision: stream.last, position: this.head };
    if (wasSoftDeleted) this.revive(stream, firstRevision);
    return appended;
  }

  /** The stream reads as absent from now on; the next append goes on from its last revision. */
  softDelete(name: string, expected: ExpectedRevision): DeleteOutcome {
    const stream = this.streams.named(name);
    const decision = decideDelete(this.factsOf(stream), expected, 'soft-delete');
    if (decision.kind !== 'delete') return decision;
    this.writeMetadata(stream, SOFT_DELETED_METADATA);
    return { kind: 'deleted', position: this.head };
  }

  /** The stream takes and gives nothing any more. */
  tombstone(name: string, expected: ExpectedRevision): DeleteOutcome {
    const stream = this.streams.named(name);
    const decision = decideDelete(this.factsOf(stream), expected, 'tombstone');
    if (decision.kind !== 'delete') return decision;
    this.write(
      stream,
      END_OF_STREAM,
      ownEvent(SystemEventType.StreamDeleted, 'application/octet-stream', NO_BYTES),
    );
    stream.isTombstoned = true;
    return { kind: 'deleted', position: this.head };
  }

  /** Marks a new file as a log of ours, so that even an empty log has a first position. */
  begin(): void {
    const made = Buffer.from(JSON.stringify({ store: 'embedded', format: 1 }), 'utf8');
    this.writeMetadata(this.streams.named('$log'), made);
  }

  /** The events written since the last call. */
  takeWritten(): readonly CommittedEvent[] {
    const written = this.written;
    this.written = [];
    return written;
  }

  /** The transaction was rolled back: nothing since the last commit has happened. */
  forget(): void {
    this.written = [];
    this.streams.forgetAll();
    this.types.forgetAll();
    const { position, chain } = this.events.head();
    this.head = position;
    this.chain = chain;
  }

  private factsOf(stream: Stream): { last: number; isSoftDeleted: boolean; isTombstoned: boolean } {
    return {
      last: stream.last,
      isSoftDeleted: isSoftDeleted(stream),
      isTombstoned: this.streams.isTombstoned(stream),
    };
  }

  private idsIn(stream: Stream): KnownIds {
    const { ref } = stream;
    if (ref === undefined) return { revisionsOf: () => [], idAt: () => undefined };
    return {
      revisionsOf: (id) => this.events.revisionsOf(ref, id),
      idAt: (revision) => this.events.idAt(ref, revision),
    };
  }

  private repeated(stream: Stream, revision: number): AppendOutcome {
    const position = this.events.positionOf(this.streams.refFor(stream), revision);
    return { kind: 'appended', revision, position: position ?? this.head };
  }

  private revive(stream: Stream, firstRevision: number): void {
    const metadata = this.streams.named(metadataStreamOf(stream.name));
    const position =
      metadata.ref === undefined ? undefined : this.events.positionOf(metadata.ref, metadata.last);
    const frame = position === undefined ? undefined : this.events.frameAt(position);
    const before = frame === undefined ? NO_BYTES : dataOf(frame);
    this.writeMetadata(stream, withTruncateBefore(before, firstRevision));
  }

  private writeMetadata(stream: Stream, metadata: Buffer): void {
    const metadataStream = this.streams.named(metadataStreamOf(stream.name));
    this.write(
      metadataStream,
      metadataStream.last + 1,
      ownEvent(SystemEventType.Metadata, 'application/json', metadata),
    );
  }

  /** Made again for each append: kept with every stream it would keep the pool alive that it was cut from, frames and all. */
  private identifierOf(stream: Stream): Buffer {
    if (stream !== this.identified) this.identifier = streamIdentifierField(stream.name);
    this.identified = stream;
    return this.identifier;
  }

  private write(stream: Stream, revision: number, event: CheckedEvent): void {
    const position = this.head + POSITION_STEP;
    const createdMs = this.nowMs();
    const { id, type, contentType, customMetadata, data } = event;
    const placed = {
      id,
      type,
      contentType,
      customMetadata,
      data,
      streamIdentifier: this.identifierOf(stream),
      revision,
      position,
      createdMs,
    };
    const frame = encodeEventFrame(placed);
    const streamRef = this.streams.refFor(stream);
    const chain = crc32(frame, this.chain);
    const streamChain = crc32(frame, stream.chain);
    this.events.add({
      position,
      streamRef,
      revision,
      typeRef: this.types.refFor(type),
      id,
      createdMs,
      chain,
      streamChain,
      frame,
    });
    this.head = position;
    this.chain = chain;
    stream.last = revision;
    stream.chain = streamChain;
    this.written.push({ position, stream: stream.name, revision, type, frame });
    const described = describedBy(stream.name);
    if (described !== undefined && type === SystemEventType.Metadata) {
      this.streams.setTruncation(this.streams.named(described), truncationOf(data));
    }
  }
}

function ownEvent(type: string, contentType: string, data: Buffer): CheckedEvent {
  const id = uuidFromText(Buffer.from(randomUUID(), 'latin1'));
  if (id === undefined) throw new Error('randomUUID gave no UUID');
  return { id, type, contentType, data, customMetadata: NO_BYTES };
}
