import { decideAppend, decideDelete, type StreamFacts } from '../../embedded/appending/append-rules.js';
import type { ExpectedRevision } from '../../event-log.js';
import type { AppendOutcome, RemoveOutcome, SeenEvent, SentEvent } from './history.js';
import type { SeededRandom } from './seeded-random.js';
import type { ToyBug } from './toy-bugs.js';

const STEP = 10n;
const LAST_REVISION = 2 ** 63;
const SOFT_DELETED = '{"$tb":9223372036854775807}';

/** A whole event store in an array, right but for the one bug that it was made with. */
export class ToyLog {
  readonly entries: SeenEvent[] = [];
  /** Lengths at which no append is cut, beyond what is durable. */
  #ends: number[] = [];
  #durable = 0;
  #nth = 0;

  constructor(
    private readonly random: SeededRandom,
    private readonly bug?: ToyBug,
  ) {}

  /** What a crash cannot take away, and the only part that may be told of. */
  get durable(): number {
    return this.#durable;
  }

  sync(): void {
    // Only now and then is anything written, whatever has been answered.
    if (this.bug === 'answers before the append is durable' && !this.random.chance(0.2)) return;
    this.#settle();
  }

  /** Of what was not durable yet, some whole appends may have reached the disk, and some not. */
  crash(): void {
    const reached = this.#ends.filter(() => this.random.chance(0.5)).at(-1) ?? this.#durable;
    if (this.bug === 'answers before the append is durable') this.entries.length = this.#durable;
    else if (this.bug === 'stores a part of an append when it crashes')
      this.entries.length = this.#cutInside();
    else this.entries.length = reached;
    this.#settle();
  }

  #settle(): void {
    this.#durable = this.entries.length;
    this.#ends = [];
  }

  append(stream: string, expected: ExpectedRevision, events: readonly SentEvent[]): AppendOutcome {
    this.#nth++;
    const decision = this.#decide(stream, expected, events);
    if (this.#now('refuses what it should take', 5)) return { kind: 'refused', reason: 'wrong-revision' };
    if (decision.kind === 'stream-deleted') return { kind: 'refused', reason: 'stream-deleted' };
    if (decision.kind === 'wrong-expected-revision') {
      if (this.#now('stores an append that it refuses', 1)) this.#write(stream, events);
      return { kind: 'refused', reason: 'wrong-revision', actual: decision.actual ?? 'no-stream' };
    }
    if (decision.kind === 'repeat') return this.#toldOf(stream, decision.revision);
    if (this.#now('answers an append and does not store it', 7)) {
      const revision = this.factsOf(stream).last + events.length;
      return { kind: 'stored', revision, position: (this.entries.at(-1)?.position ?? 0n) + STEP };
    }
    this.#write(stream, events);
    if (this.#now('stores an append twice', 5)) this.#write(stream, events);
    const told = this.#toldOf(stream, this.factsOf(stream).last);
    if (this.#now('makes up an event', 5)) this.#write(stream, [{ ...sample, id: this.random.uuid() }]);
    return told;
  }

  remove(stream: string, how: 'soft-delete' | 'tombstone', expected: ExpectedRevision): RemoveOutcome {
    const decision = decideDelete(this.factsOf(stream), expected, how);
    if (decision.kind === 'stream-deleted') return { kind: 'refused', reason: 'stream-deleted' };
    if (decision.kind === 'wrong-expected-revision')
      return {
        kind: 'refused',
        reason: 'wrong-revision',
        actual: decision.actual < 0 ? 'no-stream' : decision.actual,
      };
    if (how === 'tombstone') this.#add(stream, LAST_REVISION, { ...sample, type: '$streamDeleted' });
    else if (this.bug !== 'forgets a soft delete') this.#describe(stream, SOFT_DELETED);
    this.#ends.push(this.entries.length);
    return { kind: 'removed', position: this.entries.at(-1)?.position ?? 0n };
  }

  eventsOf(stream: string, length = this.entries.length): SeenEvent[] {
    return this.entries
      .slice(0, length)
      .filter((event) => event.stream === stream && !event.type.startsWith('$'));
  }

  /** The first revision that may be read; Infinity: soft-deleted. */
  truncationOf(stream: string, length = this.entries.length): number {
    const metadata = this.entries
      .slice(0, length)
      .filter((event) => event.stream === `$$${stream}`)
      .at(-1);
    const { $tb } = JSON.parse(metadata?.body ?? '{"$tb":0}') as { $tb: number };
    return $tb > Number.MAX_SAFE_INTEGER ? Infinity : $tb;
  }

  isTombstoned(stream: string, length = this.entries.length): boolean {
    return this.entries
      .slice(0, length)
      .some((event) => event.stream === stream && event.type === '$streamDeleted');
  }

  factsOf(stream: string): StreamFacts {
    return {
      last: this.eventsOf(stream).at(-1)?.revision ?? -1,
      isSoftDeleted: this.truncationOf(stream) === Infinity,
      isTombstoned: this.isTombstoned(stream),
    };
  }

  #decide(stream: string, expected: ExpectedRevision, sent: readonly SentEvent[]) {
    const ids = sent.map(({ id }) => Buffer.from(id));
    const events = this.bug === 'forgets the ids that it has stored' ? [] : this.eventsOf(stream);
    const known = {
      revisionsOf: (id: Buffer) =>
        events
          .filter((event) => event.id === id.toString())
          .map(({ revision }) => revision)
          .reverse(),
      idAt: (revision: number) => {
        const event = events.find((stored) => stored.revision === revision);
        return event && Buffer.from(event.id);
      },
    };
    const facts = this.factsOf(stream);
    if (this.bug === 'takes an append to a tombstoned stream' && facts.isTombstoned)
      return decideAppend({ ...facts, isTombstoned: false }, 'any', ids, known);
    const decision = decideAppend(facts, expected, ids, known);
    const isStale = decision.kind === 'wrong-expected-revision' && typeof expected === 'number';
    const forgetful = this.bug === 'forgets the ids that it has stored' && !facts.isTombstoned;
    return (isStale && this.#now('takes a stale expectation', 1)) || forgetful
      ? ({ kind: 'append' } as const)
      : decision;
  }

  #write(stream: string, events: readonly SentEvent[]): void {
    const wasSoftDeleted = this.truncationOf(stream) === Infinity;
    const first = this.factsOf(stream).last + 1 + (this.#now('leaves out a revision', 5) ? 1 : 0);
    const start = this.entries.length;
    const isReordered = this.bug === 'stores the events of an append in another order' && events.length > 1;
    for (const [n, event] of (isReordered ? [...events].reverse() : events).entries())
      this.#add(stream, first + n, this.#now('alters a body', 9) ? { ...event, body: 'other' } : event);
    if (wasSoftDeleted) this.#describe(stream, JSON.stringify({ $tb: first }));
    this.#misplace(start, events.length);
    this.#ends.push(this.entries.length);
  }

  /** Bugs in where an append stands in `$all`; what is durable stays where it is. */
  #misplace(start: number, count: number): void {
    const [one, other] = [this.entries[start], this.entries[start + 1]];
    if (this.bug === 'gives events of a stream positions in another order' && count > 1 && one && other) {
      this.entries[start] = { ...other, position: one.position };
      this.entries[start + 1] = { ...one, position: other.position };
    }
    const before = this.entries[start - 1];
    if (!this.#now('places an append before one that was answered', 3) || !before || !one || count > 1)
      return;
    if (before.stream === one.stream || before.type.startsWith('$') || this.entries.length > start + 1)
      return;
    this.entries[start - 1] = { ...one, position: before.position };
    this.entries[start] = { ...before, position: one.position };
  }

  #describe(stream: string, body: string): void {
    const metadata = `$$${stream}`;
    const revision = this.entries.filter((event) => event.stream === metadata).length;
    this.#add(metadata, revision, { id: this.random.uuid(), type: '$metadata', body });
  }

  #add(stream: string, revision: number, { id, type, body }: SentEvent): void {
    const last = this.entries.at(-1)?.position ?? 0n;
    const position = this.#now('gives a position twice', 9) && last > 0n ? last : last + STEP;
    this.entries.push({ id, type, body, stream, revision, position });
  }

  #toldOf(stream: string, revision: number): AppendOutcome {
    const position = this.eventsOf(stream).find((event) => event.revision === revision)?.position ?? 0n;
    return {
      kind: 'stored',
      revision: this.#now('tells the revision of the event before', 5) ? revision - 1 : revision,
      position: this.#now('tells the position of the event before', 5) ? position - STEP : position,
    };
  }

  /** The length after the first event of the first append of several that is not durable. */
  #cutInside(): number {
    const starts = [this.#durable, ...this.#ends];
    const cut = starts.find((start, n) => (this.#ends[n] ?? start) > start + 1);
    return cut === undefined ? this.#durable : cut + 1;
  }

  #now(bug: ToyBug, every: number): boolean {
    return this.bug === bug && this.#nth % every === 0;
  }
}

const sample: SentEvent = { id: '', type: 'toy.Happened.v1', body: '' };
