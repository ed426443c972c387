import type { Match } from '../search/list-keywords.dto.js';
import { SORTS, type SortName } from '../search/sorts.js';
import { Characters } from './characters.js';
import { FIRST_LOOK, findPage } from './find-page.js';
import {
  afterOf,
  orderByName,
  orderByValue,
  rowsById,
  type After,
  type KeywordOrder,
} from './keyword-order.js';
import { KeywordRows, VALUES, type NewRow, type ValueName } from './keyword-rows.js';
import { RememberedTrigrams, similarTest } from './similar-test.js';
import { substringTest } from './substring-test.js';
import { Vocabulary } from './vocabulary.js';
import { WordMarks } from './word-marks.js';

/** A question of the list, normalised. */
export interface Question {
  readonly text: string;
  readonly marketplace: string | undefined;
  readonly country: string | undefined;
  readonly minVolume: number | undefined;
  readonly sort: SortName;
  /** Where the page before ended; the value of a moment in microseconds. */
  readonly after: { readonly match: Match; readonly value: After['value']; readonly id: string } | undefined;
  /** Found in this way alone; absent: in the first way that finds anything. */
  readonly match?: Match;
  readonly size: number;
}

/** The value is NaN where the row has none. */
export interface FoundRow {
  readonly number: number;
  readonly value: number | string;
}

/** Below this a text has no trigram of its own, and everything would look like it. */
export const SHORTEST_SIMILAR = 3;

/**
 * All keywords, so that a list knows its rows without asking the database: what they are called, where, and what they are
 * sorted by. Its answers are those of the SQL in `search/`, to the order of equal values.
 */
export class SearchIndex {
  private readonly vocabulary = new Vocabulary(this.characters);
  private readonly rows = new KeywordRows(this.vocabulary);
  private readonly byName = orderByName(this.rows);
  private readonly byValue = Object.fromEntries(
    VALUES.map((column) => [column, orderByValue(this.rows, column)]),
  ) as Record<ValueName, KeywordOrder>;
  private readonly room = { first: new WordMarks(), last: new WordMarks() };
  private readonly similarRoom = {
    trigrams: new RememberedTrigrams(this.vocabulary, this.characters),
    shared: new Uint16Array(0),
    alone: new WordMarks(),
  };

  /** @param characters what is known of them already @param firstLook see `findPage` */
  constructor(
    readonly characters = new Characters(),
    private readonly firstLook = FIRST_LOOK,
  ) {}

  /** Whether some keyword has the word. */
  knows(word: string): boolean {
    return this.vocabulary.find(word) !== -1;
  }

  get size(): number {
    return this.rows.size;
  }

  /**
   * Takes in a row of the first load; `order` must follow before anything is asked. Lists are walked fastest in the order in which
   * their rows came.
   */
  load(idWords: Uint32Array, at: number, row: NewRow, values: Float64Array): void {
    const number = this.rows.load(idWords, at, row);
    VALUES.forEach((column, i) => this.rows.setValue(column, number, values[i] ?? NaN));
  }

  /** Orders what was loaded. In pieces, so that others get their turn between them. @param byName its ids by name */
  *order(byName: Uint32Array): Generator<void> {
    this.rows.fillPostings();
    yield;
    this.byName.fill(byName);
    yield;
    const byId = rowsById(this.rows);
    yield;
    for (const column of VALUES) {
      this.byValue[column].fill(byId);
      yield;
    }
  }

  /** Number of a row that was loaded; -1 where it was not. */
  numberOf(idWords: Uint32Array, at: number): number {
    return this.rows.ids.find(idWords, at);
  }

  /** A row that is new or has other values now; answers with its number. */
  put(idWords: Uint32Array, at: number, row: NewRow, values: Float64Array): number {
    const known = this.rows.ids.find(idWords, at);
    const number = known === -1 ? this.rows.add(idWords, at, row) : known;
    if (known === -1) this.byName.insert(number);
    VALUES.forEach((column, i) => {
      const value = values[i] ?? NaN;
      if (known !== -1 && Object.is(this.rows.value(column, number), value + 0)) return;
      if (known !== -1) this.byValue[column].delete(number);
      this.rows.setValue(column, number, value);
      this.byValue[column].insert(number);
    });
    return number;
  }

  idOf(number: number): string {
    return this.rows.ids.text(number);
  }

  find(question: Question): { readonly match: Match; readonly rows: FoundRow[] } {
    const { text, after } = question;
    const only = question.match ?? after?.match;
    if (only) return { match: only, rows: this.page(question, only) };
    if (text === '') return { match: 'all', rows: this.page(question, 'all') };
    const holding = this.page(question, 'substring');
    if (holding.length > 0 || [...text].length < SHORTEST_SIMILAR)
      return { match: 'substring', rows: holding };
    const similar = this.page(question, 'similar');
    return similar.length > 0 ? { match: 'similar', rows: similar } : { match: 'substring', rows: [] };
  }

  private page(question: Question, match: Match): FoundRow[] {
    const { text, marketplace, country, minVolume, sort, after, size } = question;
    const { column, direction } = SORTS[sort];
    const order = column === 'normalized' ? this.byName : this.byValue[column];
    const test =
      match === 'substring' ? substringTest(text, this.rows, this.vocabulary, this.room) : undefined;
    const similar =
      match === 'similar'
        ? similarTest(text, this.rows, this.vocabulary, this.characters, this.similarRoom)
        : undefined;
    const anywhere = marketplace === undefined && country === undefined;
    const search = {
      test: test ?? similar,
      places: anywhere ? undefined : new Set(this.rows.placesIn(marketplace, country)),
      minVolume,
      direction,
      after: after && afterOf(after.value, after.id),
      size,
      firstLook: this.firstLook,
    };
    const found = findPage(search, this.rows, order, this.byValue.search_volume);
    similar?.done();
    return found.map((number) => ({
      number,
      value: column === 'normalized' ? this.rows.name(number) : this.rows.value(column, number),
    }));
  }
}
