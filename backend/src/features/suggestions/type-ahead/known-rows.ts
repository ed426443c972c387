import { grown } from '../../../platform/in-memory/grown.js';
import { IdTable } from '../../../platform/in-memory/id-table.js';
import { TextColumn } from '../../../platform/in-memory/text-column.js';

/** A row of the table `suggestions`. */
export interface KnownRow {
  readonly workspace: string;
  readonly normal: string;
  readonly keyword: string;
  readonly marketplace: string;
  readonly country: string;
  /** Place below the search box; null for a keyword that is merely known. */
  readonly place: number | null;
  readonly source: string;
  readonly origin: string;
  readonly observedAtMs: number;
}

/** Few different values in many rows. */
class Numbered<Value> {
  readonly values: Value[] = [];
  private readonly numbers = new Map<string, number>();

  of(key: string, value: Value): number {
    let number = this.numbers.get(key);
    if (number === undefined) this.numbers.set(key, (number = this.values.push(value) - 1));
    return number;
  }
}

const NONE = -1;

/** Everything that may complete a prefix, in columns; about 150 bytes a row. */
export class KnownRows {
  /** Normal spellings. */
  readonly normals = new TextColumn();
  /** Spellings that are not the normal one. */
  private readonly spellings = new Map<number, string>();
  private readonly ids = new IdTable();
  private keywords = new Uint32Array(0);
  /** By keyword, its first row; by row, the next one of its keyword: there is one for each workspace that told of it. */
  private firsts = new Int32Array(0);
  private nexts = new Int32Array(0);
  private volumes = new Float64Array(0);
  private observed = new Float64Array(0);
  private boxes = new Uint16Array(0);
  private workspaces = new Uint32Array(0);
  private places = new Uint32Array(0);
  private origins = new Uint32Array(0);
  private readonly workspace = new Numbered<string>();
  private readonly place = new Numbered<{ marketplace: string; country: string }>();
  private readonly origin = new Numbered<{ source: string; origin: string }>();

  get size(): number {
    return this.normals.size;
  }

  /** Number of the keyword's row of this workspace; -1 where there is none. */
  find(idWords: Uint32Array, at: number, workspace: string): number {
    for (const row of this.rowsOf(idWords, at)) if (this.workspaceOf(row) === workspace) return row;
    return NONE;
  }

  /** All rows of a keyword. */
  rowsOf(idWords: Uint32Array, at: number): number[] {
    const keyword = this.ids.find(idWords, at);
    const rows: number[] = [];
    if (keyword === NONE) return rows;
    for (let row = this.firsts[keyword] ?? NONE; row !== NONE; row = this.nexts[row] ?? NONE) rows.push(row);
    return rows;
  }

  /** A row that is not here yet; answers with its number. */
  add(idWords: Uint32Array, at: number, said: KnownRow): number {
    const row = this.normals.add(said.normal);
    let keyword = this.ids.find(idWords, at);
    if (keyword === NONE) {
      keyword = this.ids.add(idWords, at);
      this.firsts = grown(this.firsts, keyword + 1);
      this.firsts[keyword] = NONE;
      this.volumes = grown(this.volumes, keyword + 1);
      this.volumes[keyword] = NaN;
    }
    this.keywords = grown(this.keywords, row + 1);
    this.keywords[row] = keyword;
    this.nexts = grown(this.nexts, row + 1);
    this.nexts[row] = this.firsts[keyword] ?? NONE;
    this.firsts[keyword] = row;
    this.workspaces = grown(this.workspaces, row + 1);
    this.workspaces[row] = this.workspace.of(said.workspace, said.workspace);
    this.places = grown(this.places, row + 1);
    this.places[row] = this.place.of(`${said.marketplace}|${said.country}`, {
      marketplace: said.marketplace,
      country: said.country,
    });
    this.observed = grown(this.observed, row + 1);
    this.boxes = grown(this.boxes, row + 1);
    this.origins = grown(this.origins, row + 1);
    this.set(row, said);
    return row;
  }

  /** What may change of a row; its normal spelling, workspace, marketplace and country never do. */
  set(row: number, { normal, keyword, place, source, origin, observedAtMs }: KnownRow): void {
    if (keyword === normal) this.spellings.delete(row);
    else this.spellings.set(row, keyword);
    this.boxes[row] = place ?? 0;
    this.origins[row] = this.origin.of(`${origin}|${source}`, { source, origin });
    this.observed[row] = observedAtMs;
  }

  /** Searches a month of the keyword, for all its rows; NaN where nobody knows. */
  setVolume(row: number, volume: number): void {
    this.volumes[this.keyword(row)] = volume;
  }

  volume(row: number): number {
    return this.volumes[this.keyword(row)] ?? NaN;
  }

  keyword(row: number): number {
    return this.keywords[row] ?? 0;
  }

  /** Place below the search box; 0: merely known. */
  box(row: number): number {
    return this.boxes[row] ?? 0;
  }

  placeNumber(row: number): number {
    return this.places[row] ?? 0;
  }

  placesIn(marketplace: string | undefined, country: string | undefined): Set<number> {
    const numbers = this.place.values.flatMap((place, number) =>
      (marketplace === undefined || place.marketplace === marketplace) &&
      (country === undefined || place.country === country)
        ? number
        : [],
    );
    return new Set(numbers);
  }

  workspaceOf(row: number): string {
    return this.workspace.values[this.workspaces[row] ?? 0] ?? '';
  }

  compareIds(a: number, b: number): number {
    return this.ids.compare(this.keyword(a), this.keyword(b));
  }

  idText(row: number): string {
    return this.ids.text(this.keyword(row));
  }

  shown(row: number): KnownRow {
    const { marketplace = '', country = '' } = this.place.values[this.placeNumber(row)] ?? {};
    const { source = '', origin = '' } = this.origin.values[this.origins[row] ?? 0] ?? {};
    const normal = this.normals.text(row);
    return {
      workspace: this.workspaceOf(row),
      normal,
      keyword: this.spellings.get(row) ?? normal,
      marketplace,
      country,
      place: this.box(row) === 0 ? null : this.box(row),
      source,
      origin,
      observedAtMs: this.observed[row] ?? 0,
    };
  }
}
