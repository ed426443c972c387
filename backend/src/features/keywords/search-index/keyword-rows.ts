import { grown } from '../../../platform/in-memory/grown.js';
import { IdTable } from '../../../platform/in-memory/id-table.js';
import { Postings } from './postings.js';
import { Signatures } from './signatures.js';
import type { Vocabulary } from './vocabulary.js';

/** What lists are sorted by beside the name; also the order of the columns below. */
export const VALUES = [
  'search_volume',
  'competition',
  'result_count',
  'average_price',
  'opportunity',
  'last_observed_at',
] as const;
export type ValueName = (typeof VALUES)[number];

/** Numbers of rows as they come from the database: values in the order of VALUES; NaN where there is none. */
export interface NewRow {
  readonly name: string;
  readonly marketplace: string;
  readonly country: string;
}

/** All keywords in columns: number by number what lists are filtered and sorted by. Names and places never change. */
export class KeywordRows {
  readonly ids = new IdTable();
  /** Rows that hold a word, once for each time that they hold it. */
  readonly byWord = new Postings();
  readonly byPlace = new Postings();
  /** Of the names, by their trigrams. */
  readonly signatures = new Signatures();
  private readonly columns: Record<ValueName, Float64Array>;
  private places = new Uint16Array(0);
  private readonly placeNumbers = new Map<string, number>();
  private readonly placeNames: { marketplace: string; country: string }[] = [];
  /** Row number i has the words from the i-th start to the next one. */
  private starts = new Uint32Array(1);
  private words = new Uint32Array(0);

  constructor(private readonly vocabulary: Vocabulary) {
    const columns: Partial<Record<ValueName, Float64Array>> = {};
    for (const name of VALUES) columns[name] = new Float64Array(0);
    this.columns = columns as Record<ValueName, Float64Array>;
  }

  get size(): number {
    return this.ids.size;
  }

  /** Makes the rows of the first load findable by word and place. */
  fillPostings(): void {
    this.byPlace.fill(this.placeNames.length, (visit) => {
      for (let row = 0; row < this.size; row += 1) visit(this.place(row), row);
    });
    this.byWord.fill(this.vocabulary.size, (visit) => {
      for (let row = 0, at = 0; row < this.size; row += 1)
        for (const end = this.starts[row + 1] ?? 0; at < end; at += 1)
          visit(this.words[at] ?? 0, row, at + 1 < end ? this.words[at + 1] : undefined);
    });
  }

  /** A new row, findable at once; answers with its number. */
  add(idWords: Uint32Array, at: number, said: NewRow): number {
    const row = this.load(idWords, at, said);
    this.byPlace.add(this.place(row), row);
    for (let at = this.start(row); at < this.end(row); at += 1) this.byWord.add(this.wordAt(at), row);
    return row;
  }

  /** A row with no value yet; answers with its number. The id must be new. */
  load(idWords: Uint32Array, at: number, { name, marketplace, country }: NewRow): number {
    const row = this.ids.add(idWords, at);
    const place = this.placeNumber(marketplace, country);
    this.places = grown(this.places, row + 1);
    this.places[row] = place;
    for (const column of VALUES) {
      this.columns[column] = grown(this.columns[column], row + 1);
      this.columns[column][row] = NaN;
    }
    const texts = name.split(' ');
    const start = this.starts[row] ?? 0;
    this.starts = grown(this.starts, row + 2);
    this.starts[row + 1] = start + texts.length;
    this.words = grown(this.words, start + texts.length);
    texts.forEach((text, i) => {
      const word = this.vocabulary.take(text);
      this.words[start + i] = word;
      this.signatures.addAll(row, this.vocabulary.signatures, word);
    });
    return row;
  }

  value(column: ValueName, row: number): number {
    return this.columns[column][row] ?? NaN;
  }

  /** Whoever orders by the column must take the row out before and put it in after. */
  setValue(column: ValueName, row: number, value: number): void {
    // -0 and 0 are one value in PostgreSQL.
    this.columns[column][row] = value + 0;
  }

  /** All values of a column; good until the next row comes. */
  valuesOf(column: ValueName): Float64Array {
    return this.columns[column];
  }

  place(row: number): number {
    return this.places[row] ?? 0;
  }

  /** Numbers of the places that fit. */
  placesIn(marketplace: string | undefined, country: string | undefined): number[] {
    return this.placeNames.flatMap((place, number) =>
      (marketplace === undefined || place.marketplace === marketplace) &&
      (country === undefined || place.country === country)
        ? number
        : [],
    );
  }

  /** A row's words stand from here… */
  start(row: number): number {
    return this.starts[row] ?? 0;
  }

  /** …to before here. */
  end(row: number): number {
    return this.starts[row + 1] ?? 0;
  }

  wordAt(at: number): number {
    return this.words[at] ?? 0;
  }

  name(row: number): string {
    let name = '';
    const start = this.start(row);
    for (let at = start; at < this.end(row); at += 1)
      name += (at === start ? '' : ' ') + this.vocabulary.text(this.wordAt(at));
    return name;
  }

  private placeNumber(marketplace: string, country: string): number {
    const key = `${marketplace}|${country}`;
    const known = this.placeNumbers.get(key);
    if (known !== undefined) return known;
    this.placeNumbers.set(key, this.placeNames.length);
    return this.placeNames.push({ marketplace, country }) - 1;
  }
}
