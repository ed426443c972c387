/**
 * Rows as PostgreSQL's own binary arrays, one a column, for `insert … select … from unnest(…)`. The driver would write
 * each array as a text that quotes every element and PostgreSQL would read it back, which takes longer than storing.
 */

type Value = string | Uint8Array | number | bigint | boolean | null;
type Write<V> = (target: Bytes, value: V) => void;

interface Column<Row> {
  readonly type: string;
  /** PostgreSQL's number of the type. */
  readonly oid: number;
  readonly write: (target: Bytes, row: Row) => void;
}

/** Columns by name, in the order in which they are written. */
export type Columns<Row> = Readonly<Record<string, Column<Row>>>;

const column =
  <V extends Value>(type: string, oid: number, write: Write<V>) =>
  <Row>(value: (row: Row) => V | null): Column<Row> => ({
    type,
    oid,
    write(target, row) {
      const found = value(row);
      if (found === null) target.null();
      else write(target, found);
    },
  });

export const uuid = column<string>('uuid', 2950, (target, value) => target.uuid(value));
/** Bytes are a text's UTF-8, which PostgreSQL checks. */
export const text = column<string | Uint8Array>('text', 25, (target, value) => target.text(value));
/** ISO 8601. */
export const timestamptz = column<string>('timestamptz', 1184, (target, value) => target.instant(value));
export const bigint = column<bigint | number>('bigint', 20, (target, value) => target.bigint(BigInt(value)));
export const float8 = column<number>('float8', 701, (target, value) => target.float8(value));
export const bool = column<boolean>('boolean', 16, (target, value) => target.bool(value));

const FULL_ROWS = 1_000;
const FULL_BYTES = 2 * 1_048_576;
const LOOKED_AT_EVERY = 16;

/** Gathers rows for one statement, and then for the next. */
export class BulkRows<Row> {
  /** `a, b, c` */
  readonly names: string;
  /** `unnest($1::uuid[], $2::text[], …)`, for `from`. */
  readonly unnest: string;
  /** `select unnest($1::uuid[]), …`: the same rows, without PostgreSQL setting all of them aside first. */
  readonly select: string;
  private readonly columns: readonly Column<Row>[];
  private readonly arrays: readonly Bytes[];
  private rows = 0;

  constructor(columns: Columns<Row>) {
    this.columns = Object.values(columns);
    this.names = Object.keys(columns).join(', ');
    const parameters = this.columns.map(({ type }, index) => `$${index + 1}::${type}[]`);
    this.unnest = `unnest(${parameters.join(', ')})`;
    this.select = `select ${parameters.map((parameter) => `unnest(${parameter})`).join(', ')}`;
    this.arrays = this.columns.map(() => new Bytes());
  }

  add(row: Row): void {
    this.rows += 1;
    for (let index = 0; index < this.columns.length; index++)
      (this.columns[index] as Column<Row>).write(this.arrays[index] as Bytes, row);
  }

  get isEmpty(): boolean {
    return this.rows === 0;
  }

  /** More rows in one statement make it no faster. */
  get isFull(): boolean {
    if (this.rows >= FULL_ROWS) return true;
    if (this.rows % LOOKED_AT_EVERY !== 0) return false;
    return this.arrays.reduce((sum, { length }) => sum + length, 0) >= FULL_BYTES;
  }

  /** The parameters of the statement, which must be done before the next row is added: its memory is used again. */
  take(): Buffer[] {
    const taken = this.columns.map(({ oid }, index) => (this.arrays[index] as Bytes).take(oid, this.rows));
    this.rows = 0;
    return taken;
  }
}

/** Dimensions, flags, type, length, lower bound: what stands before the elements of an array. */
const HEADER_BYTES = 20;
const SMALLEST_BYTES = 256;
/** PostgreSQL counts microseconds from the year 2000. */
const EPOCH_MS = Date.UTC(2000, 0, 1);
const TWO_TO_32 = 2 ** 32;
/** UTF-8 takes at most three bytes for each UTF-16 unit; longer texts are measured first. */
const SHORT_TEXT = 1_024;

const NO_HEX = 255;
const HEX_VALUE = new Uint8Array(128).fill(NO_HEX);
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  HEX_VALUE[digit.charCodeAt(0)] = value;
  HEX_VALUE[digit.toUpperCase().charCodeAt(0)] = value;
}

function microsOf(moment: string): number {
  if (moment === lastMoment) return lastMicros;
  const micros = (Date.parse(moment) - EPOCH_MS) * 1_000;
  if (Number.isNaN(micros)) throw new TypeError(`${moment} is no moment`);
  lastMoment = moment;
  lastMicros = micros;
  return micros;
}
// The moments of one row are often the same.
let lastMoment = '';
let lastMicros = 0;

/** The elements of one array, each with its length before it. */
class Bytes {
  private buffer = Buffer.allocUnsafe(SMALLEST_BYTES);
  private at = HEADER_BYTES;

  get length(): number {
    return this.at;
  }

  null(): void {
    this.room(4);
    this.at = this.buffer.writeInt32BE(-1, this.at);
  }

  uuid(value: string): void {
    this.room(20);
    let at = this.buffer.writeInt32BE(16, this.at);
    if (value.length !== 36) throw new TypeError(`${value} is no UUID`);
    for (let index = 0; index < 36;) {
      if (index === 8 || index === 13 || index === 18 || index === 23) index++;
      const high = HEX_VALUE[value.charCodeAt(index++)] ?? NO_HEX;
      const low = HEX_VALUE[value.charCodeAt(index++)] ?? NO_HEX;
      if (high === NO_HEX || low === NO_HEX) throw new TypeError(`${value} is no UUID`);
      this.buffer[at++] = high * 16 + low;
    }
    this.at = at;
  }

  text(value: string | Uint8Array): void {
    if (typeof value !== 'string') {
      this.room(4 + value.length);
      this.at = this.buffer.writeInt32BE(value.length, this.at);
      this.buffer.set(value, this.at);
      this.at += value.length;
      return;
    }
    this.room(4 + (value.length <= SHORT_TEXT ? 3 * value.length : Buffer.byteLength(value)));
    const bytes = this.buffer.write(value, this.at + 4, 'utf8');
    this.buffer.writeInt32BE(bytes, this.at);
    this.at += 4 + bytes;
  }

  instant(value: string): void {
    const micros = microsOf(value);
    this.room(12);
    this.at = this.buffer.writeInt32BE(8, this.at);
    // In two halves, for a bigint would be made for each.
    this.at = this.buffer.writeInt32BE(Math.floor(micros / TWO_TO_32), this.at);
    this.at = this.buffer.writeUInt32BE(micros - Math.floor(micros / TWO_TO_32) * TWO_TO_32, this.at);
  }

  bigint(value: bigint): void {
    this.room(12);
    this.at = this.buffer.writeInt32BE(8, this.at);
    this.at = this.buffer.writeBigInt64BE(value, this.at);
  }

  float8(value: number): void {
    this.room(12);
    this.at = this.buffer.writeInt32BE(8, this.at);
    this.at = this.buffer.writeDoubleBE(value, this.at);
  }

  bool(value: boolean): void {
    this.room(5);
    this.at = this.buffer.writeInt32BE(1, this.at);
    this.at = this.buffer.writeUInt8(value ? 1 : 0, this.at);
  }

  /** The whole array; the next one begins. */
  take(oid: number, elements: number): Buffer {
    this.buffer.writeInt32BE(1, 0); // dimensions
    this.buffer.writeInt32BE(1, 4); // may hold nulls
    this.buffer.writeInt32BE(oid, 8);
    this.buffer.writeInt32BE(elements, 12);
    this.buffer.writeInt32BE(1, 16); // the first element's index
    const taken = this.buffer.subarray(0, this.at);
    this.at = HEADER_BYTES;
    return taken;
  }

  private room(bytes: number): void {
    if (this.at + bytes <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * this.buffer.length, this.at + bytes));
    this.buffer.copy(larger, 0, 0, this.at);
    this.buffer = larger;
  }
}
