import { Findings } from './findings.js';
import { isOfTheStore, type History, type SeenEvent } from './history.js';
import { LoggedStreams } from './logged-streams.js';
import { placeOf, Writers } from './writers.js';

/** The log at the end of a history with everything that the checks ask of it. */
export class CheckedLog {
  readonly findings = new Findings();
  readonly entries: readonly SeenEvent[];
  readonly streams: LoggedStreams;
  readonly writers: Writers;
  /** Places of the events that are not the store's own: what readers of `$all` are held to. */
  readonly visible: readonly number[];
  /** By the place of a visible event. */
  readonly rankOf: ReadonlyMap<number, number>;
  readonly #inside: Uint8Array;

  constructor(readonly history: History) {
    this.entries = history.log;
    this.streams = new LoggedStreams(history.log, this.findings);
    this.writers = new Writers(history, this.streams, this.findings);
    this.visible = [...this.entries.keys()].filter((place) => {
      const entry = this.entries[place];
      return entry !== undefined && !isOfTheStore(entry);
    });
    this.rankOf = new Map(this.visible.map((place, rank) => [place, rank]));
    this.#inside = new Uint8Array(this.entries.length + 1);
    for (const { first, end } of this.writers.written.values()) this.#inside.fill(1, first + 1, end);
  }

  /** True where a log of this length would hold a part of an append: nobody may see it so. */
  cutsAnAppend(length: number): boolean {
    return this.#inside[length] === 1;
  }

  /** The least length from this one on that cuts no append. */
  wholeFrom(length: number): number {
    let whole = length;
    while (this.cutsAnAppend(whole)) whole++;
    return whole;
  }

  /** The place of an event that somebody saw; undefined, and reported, where the log has it otherwise or not at all. */
  placeOfSeen(seen: SeenEvent, where: string): number | undefined {
    const stream = this.streams.named(seen.stream);
    const place = stream.places[seen.revision];
    const entry = place === undefined ? undefined : this.entries[place];
    if (place !== undefined && entry?.id === seen.id) {
      if (entry.body !== seen.body || entry.type !== seen.type)
        this.findings.add('altered event', `${placeOf(seen)} in ${where}`);
      if (entry.position !== seen.position)
        this.findings.add('event moved', `${placeOf(seen)} in ${where}, in the end at ${entry.position}`);
      return place;
    }
    if (stream.revisionsOf.has(seen.id)) this.findings.add('event moved', `${placeOf(seen)} in ${where}`);
    else if (this.writers.knows(seen.id))
      this.findings.add('event seen and gone', `${placeOf(seen)} in ${where}`);
    else this.findings.add('event of nobody', `${placeOf(seen)} in ${where}`);
    return undefined;
  }
}
