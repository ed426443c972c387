import { setImmediate as othersTurn } from 'node:timers/promises';
import { grown } from '../../../platform/in-memory/grown.js';
import { idWords, IdTable } from '../../../platform/in-memory/id-table.js';
import type { FollowedRows, PackedRow, ReadPacked } from '../../../platform/database/row-follower.js';

const PAGE = 20_000;
const ID_BYTES = 16;
const PACKED = `count(*)::int as count, string_agg(uuid_send(r.id), ''::bytea) as ids,
  string_agg(float8send(coalesce(r.search_volume, 'NaN')), ''::bytea) as volumes`;

/** Searches a month of every keyword by its id, from the read model of keywords: what type-ahead ranks by. */
export class Volumes {
  private ids = new IdTable();
  private values = new Float64Array(0);

  /** @param moved told of every keyword whose volume came or changed */
  constructor(private readonly moved: (idWords: Uint32Array, at: number, volume: number) => void) {}

  of(words: Uint32Array, at: number): number {
    const number = this.ids.find(words, at);
    return number === -1 ? NaN : (this.values[number] ?? NaN);
  }

  followed(): FollowedRows {
    return {
      projection: 'keywords',
      table: 'keyword',
      load: (read) => this.load(read),
      packed: (schema, keys) =>
        `select ${PACKED}
           from ${schema}.keyword r join (select distinct left(key, 36)::uuid as id from ${keys}) as moved using (id)`,
      put: (packed) => this.put(packed),
      // What was known ranks well enough until it is known anew.
      forget: () => undefined,
    };
  }

  private async load(read: ReadPacked): Promise<void> {
    for (let after: string | undefined; ;) {
      const page = await read(
        (schema) => `select ${PACKED} from (
          select id, search_volume from ${schema}.keyword ${after === undefined ? '' : 'where id > $1::uuid'}
           order by id limit ${PAGE}) as r`,
        after === undefined ? [] : [after],
      );
      await this.put(page ?? {});
      const ids = page?.['ids'];
      if (Number(page?.['count'] ?? 0) < PAGE || !Buffer.isBuffer(ids)) return;
      after = ids.subarray(-ID_BYTES).toString('hex');
    }
  }

  private async put(packed: PackedRow): Promise<void> {
    const { ids: idBytes, volumes } = packed;
    if (!Buffer.isBuffer(idBytes) || !Buffer.isBuffer(volumes)) return;
    const words = idWords(idBytes);
    for (let i = 0; i * ID_BYTES < idBytes.length; i += 1) {
      const volume = volumes.readDoubleBE(i * 8);
      let number = this.ids.find(words, i * 4);
      if (number === -1) number = this.ids.add(words, i * 4);
      else if (Object.is(this.values[number], volume)) continue;
      this.values = grown(this.values, number + 1);
      this.values[number] = volume;
      this.moved(words, i * 4, volume);
      if (i % 2_000 === 1_999) await othersTurn();
    }
  }
}
