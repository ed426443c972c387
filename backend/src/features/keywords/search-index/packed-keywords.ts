import { idWords } from '../../../platform/in-memory/id-table.js';
import type { PackedRow } from '../../../platform/database/row-follower.js';
import { VALUES, type NewRow, type ValueName } from './keyword-rows.js';

const numberOf = (column: ValueName): string =>
  column === 'last_observed_at' ? `(extract(epoch from r.${column}) * 1000000)::float8` : `r.${column}`;

/** Many rows as one: a million of them would take the driver seconds one by one. No name holds a line break. */
export const PACKED = `
  count(*)::int as count, string_agg(uuid_send(r.id), ''::bytea) as ids, string_agg(r.normalized, E'\\n') as names,
  string_agg(r.marketplace || ' ' || r.country, E'\\n') as places,
  string_agg(${VALUES.map((column) => `float8send(coalesce(${numberOf(column)}, 'NaN'))`).join(' || ')}, ''::bytea)
    as values`;

export interface KeywordBatch {
  readonly count: number;
  /** Four words an id. */
  readonly ids: Uint32Array;
  row(index: number): NewRow;
  /** In the order of VALUES; NaN where there is none. Times in microseconds. */
  values(index: number): Float64Array;
}

/** @throws where a name holds what no name may hold */
export function unpacked(packed: PackedRow): KeywordBatch {
  const count = Number(packed['count']);
  if (count === 0)
    return { count, ids: new Uint32Array(0), row: () => NO_ROW, values: () => new Float64Array(0) };
  const names = textsOf(packed['names'], count);
  const places = textsOf(packed['places'], count).map((place) => place.split(' '));
  const bytes = bytesOf(packed['values']).swap64();
  const values = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  return {
    count,
    ids: idWords(bytesOf(packed['ids'])),
    row: (index) => ({
      name: names[index] ?? '',
      marketplace: places[index]?.[0] ?? '',
      country: places[index]?.[1] ?? '',
    }),
    values: (index) => values.subarray(index * VALUES.length, (index + 1) * VALUES.length),
  };
}

const NO_ROW: NewRow = { name: '', marketplace: '', country: '' };

function textsOf(value: unknown, count: number): string[] {
  const texts = String(value).split('\n');
  if (texts.length !== count) throw new Error(`${count} rows have ${texts.length} texts`);
  return texts;
}

function bytesOf(value: unknown): Buffer {
  if (!Buffer.isBuffer(value)) throw new Error('packed rows hold no bytes');
  return value;
}
