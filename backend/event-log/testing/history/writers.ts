import type { Findings } from './findings.js';
import type { AppendOperation, History, RemoveOperation, SeenEvent } from './history.js';
import type { LoggedStream, LoggedStreams, StreamVersion } from './logged-streams.js';
import { appendDue, removalDue } from './stream-rules.js';

/** Entries of the log that one operation wrote: `first` and those before `end`. */
export interface Written {
  readonly first: number;
  readonly end: number;
}

/** Finds for every entry of the log the one operation that wrote it, and reports what nobody should have written. */
export class Writers {
  readonly written = new Map<AppendOperation | RemoveOperation, Written>();
  readonly #byId = new Map<string, AppendOperation[]>();

  constructor(
    private readonly history: History,
    private readonly streams: LoggedStreams,
    private readonly findings: Findings,
  ) {
    for (const operation of history.operations) {
      if (operation.kind !== 'append') continue;
      for (const { id } of operation.events) this.#byId.set(id, [...(this.#byId.get(id) ?? []), operation]);
    }
    for (const stream of streams.all()) this.#findAppends(stream);
    this.#findRemovals();
  }

  /** Somebody sent an event with this id. */
  knows(id: string): boolean {
    return this.#byId.has(id);
  }

  #findAppends(stream: LoggedStream): void {
    for (let revision = 0; revision < stream.ids.length;) {
      const standHere = this.#sentTo(stream, revision).filter(
        (append) => !this.written.has(append) && standsAt(append, stream, revision),
      );
      const append = this.#writerOf(stream, revision, standHere);
      if (append) {
        const places = stream.places.slice(revision, revision + append.events.length);
        this.written.set(append, { first: places[0] ?? 0, end: (places.at(-1) ?? 0) + 1 });
        this.#compareBodies(append, places);
        revision += append.events.length;
      } else {
        this.#reportStray(stream, revision, standHere);
        revision++;
      }
    }
  }

  #sentTo(stream: LoggedStream, revision: number): AppendOperation[] {
    const operations = this.#byId.get(stream.ids[revision] ?? '') ?? [];
    return operations.filter((append) => append.stream === stream.name);
  }

  /**
   * Of those that could have written it, whom nothing else explains: a writer who was told so and whose append would
   * not have passed for a repeat. Else the first in time, who is the least bound by the order.
   */
  #writerOf(
    stream: LoggedStream,
    revision: number,
    standHere: readonly AppendOperation[],
  ): AppendOperation | undefined {
    const possible = standHere
      .filter(({ outcome, events }) =>
        outcome.kind === 'stored'
          ? outcome.revision === revision + events.length - 1
          : outcome.kind === 'unknown',
      )
      .sort((a, b) => a.invoked - b.invoked);
    const dueWith = ({ expected, events }: AppendOperation, entries: number) => {
      const ids = events.map(({ id }) => id);
      return appendDue(stream, versionAt(stream, entries), expected, ids).kind;
    };
    const mayStore = possible.filter((append) => dueWith(append, stream.places[revision] ?? 0) === 'stores');
    const told = mayStore.find((append) => {
      const last = stream.places[revision + append.events.length - 1] ?? 0;
      return append.outcome.kind === 'stored' && dueWith(append, last + 1) !== 'repeats';
    });
    return told ?? mayStore[0] ?? possible[0];
  }

  #compareBodies(append: AppendOperation, places: readonly number[]): void {
    for (const [n, place] of places.entries()) {
      const stored = this.history.log[place];
      const sent = append.events[n];
      if (stored && sent && (stored.body !== sent.body || stored.type !== sent.type))
        this.findings.add('altered event', `${placeOf(stored)} is not what client ${append.client} sent`);
    }
  }

  #reportStray(stream: LoggedStream, revision: number, standHere: readonly AppendOperation[]): void {
    const entry = this.history.log[stream.places[revision] ?? -1];
    if (!entry) return;
    const senders = this.#sentTo(stream, revision);
    const toldElsewhere = standHere.find(({ outcome }) => outcome.kind === 'stored');
    const copies = stream.revisionsOf.get(entry.id)?.length ?? 0;
    if (senders.length === 0) this.findings.add('event of nobody', placeOf(entry));
    else if (senders.every(({ outcome }) => outcome.kind === 'refused'))
      this.findings.add('refused yet stored', placeOf(entry));
    else if (copies > 1) this.findings.add('stored twice', placeOf(entry));
    else if (toldElsewhere?.outcome.kind === 'stored')
      this.findings.add('wrong revision told', `${toldElsewhere.outcome.revision} for ${placeOf(entry)}`);
    else if (senders.every(({ events }) => events.every(({ id }) => stream.revisionsOf.has(id))))
      this.findings.add('reordered append', placeOf(entry));
    else this.findings.add('torn append', placeOf(entry));
  }

  #findRemovals(): void {
    for (const { how, stream, place } of this.streams.removals) {
      const entry = this.history.log[place];
      const before = versionAt(this.streams.named(stream), place);
      const possible = this.history.operations
        .filter(
          (one): one is RemoveOperation => one.kind === 'remove' && one.stream === stream && one.how === how,
        )
        .filter((one) => !this.written.has(one))
        .filter(({ outcome }) =>
          outcome.kind === 'removed' ? outcome.position === entry?.position : outcome.kind === 'unknown',
        )
        // Unlike an append it cannot pass for a repeat of another: who was told that it is his comes first.
        .sort((a, b) => rankOf(a) - rankOf(b) || a.invoked - b.invoked);
      const remover =
        possible.find(({ expected }) => removalDue(before, how, expected).kind === 'stores') ?? possible[0];
      if (remover) this.written.set(remover, { first: place, end: place + 1 });
      else this.findings.add('event of nobody', `${how} of ${stream} at ${entry?.position}`);
    }
  }
}

/** The version that holds while the log has this many entries. */
export function versionAt(stream: LoggedStream, entries: number): StreamVersion {
  return stream.versions[versionIndexAt(stream, entries)] ?? { ...EMPTY, from: 0 };
}
const EMPTY = { length: 0, truncateBefore: 0, isSoftDeleted: false, isTombstoned: false };

export function versionIndexAt({ versions }: LoggedStream, entries: number): number {
  let [low, high] = [0, versions.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((versions[middle]?.from ?? 0) <= entries) low = middle;
    else high = middle - 1;
  }
  return low;
}

export const placeOf = ({ stream, revision, position, id }: SeenEvent): string =>
  `${id} at ${stream}/${revision}, position ${position}`;

const rankOf = ({ outcome }: RemoveOperation): number => (outcome.kind === 'removed' ? 0 : 1);

function standsAt({ events }: AppendOperation, stream: LoggedStream, revision: number): boolean {
  return events.every(({ id }, n) => stream.ids[revision + n] === id);
}
