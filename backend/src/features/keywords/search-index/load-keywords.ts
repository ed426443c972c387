import { setImmediate as othersTurn } from 'node:timers/promises';
import type { ReadPacked } from '../../../platform/database/row-follower.js';
import { idWords } from '../../../platform/in-memory/id-table.js';
import { PACKED, unpacked, type KeywordBatch } from './packed-keywords.js';
import type { SearchIndex } from './search-index.js';

/** A page keeps everybody else waiting for some ten milliseconds. */
const PAGE = 4_000;
const ID_PAGE = 40_000;
const ID_BYTES = 16;

export interface LoadOptions {
  readonly read: ReadPacked;
  /** Asks what the server takes the characters of new words for. */
  readonly learn: (batch: KeywordBatch) => Promise<void>;
  /** More keywords than the index may hold: it is not worth going on. */
  readonly most: number;
}

export class TooManyKeywords extends Error {
  override readonly name = 'TooManyKeywords';
}

/** Reads all keywords: the most searched first, because most lists are walked in this order; then their order by name. */
export async function loadKeywords(index: SearchIndex, { read, learn, most }: LoadOptions): Promise<void> {
  const take = async (batch: KeywordBatch) => {
    await learn(batch);
    if (index.size + batch.count > most) throw new TooManyKeywords(`there are more than ${most} keywords`);
    for (let i = 0; i < batch.count; i += 1)
      // A row whose value changed meanwhile may come twice; what moved is read again afterwards anyway.
      if (index.numberOf(batch.ids, i * 4) === -1)
        index.load(batch.ids, i * 4, batch.row(i), batch.values(i));
    await othersTurn();
  };
  for (let after: unknown[] = []; ;) {
    const batch = unpacked(
      (await read((schema) => valuedPage(schema, after.length > 0), after)) ?? { count: 0 },
    );
    await take(batch);
    if (batch.count < PAGE) break;
    after = [batch.values(batch.count - 1)[0], lastId(batch)];
  }
  for (let after: unknown[] = []; ;) {
    const batch = unpacked(
      (await read((schema) => missingPage(schema, after.length > 0), after)) ?? { count: 0 },
    );
    await take(batch);
    if (batch.count < PAGE) break;
    after = [lastId(batch)];
  }
  for (const _step of index.order(await byName(index, read))) await othersTurn();
}

const valuedPage = (schema: string, goesOn: boolean): string => `
  select ${PACKED} from (
    select * from ${schema}.keyword r
     where search_volume is not null ${goesOn ? 'and (search_volume, id) < ($1::float8, $2::uuid)' : ''}
     order by search_volume desc, id desc limit ${PAGE}) as r`;

const missingPage = (schema: string, goesOn: boolean): string => `
  select ${PACKED} from (
    select * from ${schema}.keyword r where search_volume is null ${goesOn ? 'and id > $1::uuid' : ''}
     order by id limit ${PAGE}) as r`;

const namePage = (schema: string, goesOn: boolean): string => `
  select count(*)::int as count, string_agg(uuid_send(r.id), ''::bytea) as ids, max(r.normalized) as last from (
    select normalized, id from ${schema}.keyword ${goesOn ? 'where (normalized, id) > ($1, $2::uuid)' : ''}
     order by normalized, id limit ${ID_PAGE}) as r`;

/** Rows by name, as the database orders them. */
async function byName(index: SearchIndex, read: ReadPacked): Promise<Uint32Array> {
  const order = new Uint32Array(index.size);
  let length = 0;
  for (let after: unknown[] = []; ;) {
    const page = await read((schema) => namePage(schema, after.length > 0), after);
    const count = Number(page?.['count'] ?? 0);
    const bytes = page?.['ids'];
    if (count === 0 || !Buffer.isBuffer(bytes)) break;
    const ids = idWords(bytes);
    for (let i = 0; i < count; i += 1) {
      const row = index.numberOf(ids, i * 4);
      // One that came after its page was read moved, and comes with what moved.
      if (row !== -1) order[length++] = row;
    }
    if (count < ID_PAGE) break;
    after = [page?.['last'], bytes.subarray(-ID_BYTES).toString('hex')];
    await othersTurn();
  }
  if (length !== index.size)
    throw new Error(`${index.size} keywords were read, and ${length} of them by name`);
  return order;
}

const lastId = ({ ids, count }: KeywordBatch): string =>
  [...ids.subarray((count - 1) * 4, count * 4)].map((word) => word.toString(16).padStart(8, '0')).join('');
