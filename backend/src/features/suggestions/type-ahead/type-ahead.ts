import { grown } from '../../../platform/in-memory/grown.js';
import { OrderedRows } from '../../../platform/in-memory/ordered-rows.js';
import { KnownRows, type KnownRow } from './known-rows.js';

export interface Typed {
  /** Normalised. */
  readonly prefix: string;
  readonly workspace: string;
  readonly marketplace: string | undefined;
  readonly country: string | undefined;
  readonly limit: number;
}

export interface Completed extends KnownRow {
  readonly keywordId: string;
}

const NO_BOX = 0;
/** What a search box suggested comes before all that is merely known: no keyword is searched so often. */
const BOX_SCORE = 1e15;
const NOT_SEARCHED = -1;

/**
 * All that may complete a prefix, in order of its spelling, and of every few hundred of them which is the best: so the best of the
 * ten thousands that begin with one letter are found by looking at some hundreds.
 *
 * Best is what search boxes suggested, by its place there; then known keywords, the most searched first; then the
 * shortest.
 */
export class TypeAhead {
  private readonly rows = new KnownRows();
  private readonly ordered = new OrderedRows((a, b) => this.rows.normals.compare(a, b) || a - b);
  /** By row, the greater the better; of equal ones other things decide. */
  private scores = new Float64Array(0);
  private readonly bestOf = (rows: Uint32Array): number => {
    let best = rows[0] ?? 0;
    for (const row of rows)
      if (this.score(row) >= this.score(best) && this.compare(row, best) < 0) best = row;
    return best;
  };

  get size(): number {
    return this.rows.size;
  }

  /** A row that is new or has changed. @param volume searches a month of its keyword; NaN where nobody knows */
  put(idWords: Uint32Array, at: number, row: KnownRow, volume: number): void {
    const known = this.rows.find(idWords, at, row.workspace);
    if (known !== -1) {
      this.rows.set(known, row);
      this.rescore(known);
      this.ordered.touch(known);
      return;
    }
    const added = this.rows.add(idWords, at, row);
    this.scores = grown(this.scores, added + 1);
    this.rescore(added);
    this.ordered.insert(added);
    this.putVolume(idWords, at, volume);
  }

  /** The demand of a keyword has changed. */
  putVolume(idWords: Uint32Array, at: number, volume: number): void {
    const rows = this.rows.rowsOf(idWords, at);
    if (rows[0] === undefined || Object.is(this.rows.volume(rows[0]), volume)) return;
    this.rows.setVolume(rows[0], volume);
    for (const row of rows) {
      this.rescore(row);
      this.ordered.touch(row);
    }
  }

  /** The best completions, each keyword once. */
  complete({ prefix, workspace, marketplace, country, limit }: Typed): Completed[] {
    const { normals } = this.rows;
    const start = Buffer.from(prefix);
    const from = this.ordered.boundary((row) => normals.compareWith(row, start) < 0);
    const to = this.ordered.boundary((row) => normals.compareStart(row, start) <= 0);
    const places =
      marketplace === undefined && country === undefined
        ? undefined
        : this.rows.placesIn(marketplace, country);
    const pieces = this.ordered.pieces(from, to, this.bestOf);
    pieces.sort((a, b) => this.compare(a.best, b.best));
    const best: number[] = [];
    for (const piece of pieces) {
      if (best.length === limit && this.compare(piece.best, best[limit - 1] ?? 0) >= 0) break;
      for (const row of piece.rows) {
        // Most rows are worse than the worst that was found: asking that first is cheapest.
        if (best.length === limit && this.score(row) < this.score(best[limit - 1] ?? 0)) continue;
        if (best.length === limit && this.compare(row, best[limit - 1] ?? 0) >= 0) continue;
        if (places && !places.has(this.rows.placeNumber(row))) continue;
        const owner = this.rows.workspaceOf(row);
        if (owner === '' || owner === workspace) this.keep(best, row, limit);
      }
    }
    return best.map((row) => ({ ...this.rows.shown(row), keywordId: this.rows.idText(row) }));
  }

  /** Puts the row in its place among the best; of two rows of one keyword the better one stays. */
  private keep(best: number[], row: number, limit: number): void {
    const keyword = this.rows.keyword(row);
    const same = best.findIndex((other) => this.rows.keyword(other) === keyword);
    if (same !== -1) {
      if (this.compare(best[same] ?? 0, row) <= 0) return;
      best.splice(same, 1);
    }
    let at = best.length;
    while (at > 0 && this.compare(row, best[at - 1] ?? 0) < 0) at -= 1;
    best.splice(at, 0, row);
    if (best.length > limit) best.pop();
  }

  /** Below 0 where `a` is better. */
  private compare(a: number, b: number): number {
    const better = this.score(b) - this.score(a);
    if (better !== 0) return better;
    const moreSearched = this.searched(b) - this.searched(a);
    if (moreSearched !== 0) return moreSearched;
    const { normals } = this.rows;
    return normals.bytesOf(a) - normals.bytesOf(b) || normals.compare(a, b) || this.rows.compareIds(a, b);
  }

  private score(row: number): number {
    return this.scores[row] ?? NOT_SEARCHED;
  }

  private searched(row: number): number {
    const volume = this.rows.volume(row);
    return Number.isNaN(volume) ? NOT_SEARCHED : volume;
  }

  private rescore(row: number): void {
    const box = this.rows.box(row);
    this.scores[row] = box === NO_BOX ? this.searched(row) : BOX_SCORE - box;
  }
}
