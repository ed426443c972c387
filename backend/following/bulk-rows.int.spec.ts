import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { bigint, bool, BulkRows, float8, text, timestamptz, uuid } from './bulk-rows.js';
import { startTestPostgres, type TestPostgres } from './testing/test-postgres.js';

interface Row {
  readonly id: string | null;
  readonly name: string | null;
  readonly at: string | null;
  readonly place: bigint | null;
  readonly share: number | null;
  readonly fresh: boolean | null;
}

const columns = {
  id: uuid<Row>(({ id }) => id),
  name: text<Row>(({ name }) => name),
  at: timestamptz<Row>(({ at }) => at),
  place: bigint<Row>(({ place }) => place),
  share: float8<Row>(({ share }) => share),
  fresh: bool<Row>(({ fresh }) => fresh),
};

const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const anyRow: fc.Arbitrary<Row> = fc.record({
  id: orNull(fc.uuid()),
  // PostgreSQL's text takes no NUL.
  name: orNull(
    fc.string({ unit: 'grapheme', maxLength: 2_000 }).map((name) => name.replaceAll('\u0000', '')),
  ),
  at: orNull(
    fc
      .date({ min: new Date('1995-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString()),
  ),
  place: orNull(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
  share: orNull(fc.double({ noNaN: true })),
  fresh: orNull(fc.boolean()),
});

let postgres: TestPostgres;
let client: pg.Client;
beforeAll(async () => {
  postgres = await startTestPostgres();
  client = new pg.Client({ connectionString: await postgres.createDatabase() });
  await client.connect();
}, 60_000);
afterAll(async () => {
  await client.end();
  await postgres.stop();
}, 60_000);

const READ = `r.id, name, (extract(epoch from at) * 1000)::float8 as at, place::text, share, fresh`;

async function readBack(from: string, values: readonly Buffer[]): Promise<Row[]> {
  const { rows } = await client.query<Record<keyof Row, never>>(`select ${READ} from ${from}`, [...values]);
  return rows.map(({ at, place, ...row }) => ({
    ...row,
    at: at === null ? null : new Date(at).toISOString(),
    place: place === null ? null : BigInt(place),
  }));
}

describe('rows in bulk', () => {
  it('arrive as they were, in both forms and statement after statement', async () => {
    const bulk = new BulkRows<Row>(columns);
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 30 }), async (rows) => {
        for (const row of rows) bulk.add(row);
        const values = bulk.take();
        expect(await readBack(`${bulk.unnest} as r (${bulk.names})`, values)).toEqual(rows);
        expect(await readBack(`(${bulk.select}) as r (${bulk.names})`, values)).toEqual(rows);
        expect(bulk.isEmpty).toBe(true);
      }),
    );
  });

  it('a text may be given as its bytes', async () => {
    const bulk = new BulkRows<string>({ name: text((name) => Buffer.from(name)) });
    bulk.add('žluťoučký 🐎');
    const { rows } = await client.query(`select name from ${bulk.unnest} as r (name)`, bulk.take());
    expect(rows).toEqual([{ name: 'žluťoučký 🐎' }]);
  });

  it('are full after a thousand rows or two megabytes', () => {
    const bulk = new BulkRows<string>({ name: text((name) => name) });
    const untilFull = (name: string) => {
      let count = 0;
      for (; !bulk.isFull; count += 1) bulk.add(name);
      bulk.take();
      return count;
    };
    expect(untilFull('short')).toBe(1_000);
    expect(untilFull('x'.repeat(100_000))).toBe(32);
  });

  it.each([
    ['no UUID', { id: '6f1f3f0e-3f7e-4f2e-9d83-0d2f0a1b2c3g' }],
    ['a UUID without its dashes', { id: '6f1f3f0e3f7e4f2e9d830d2f0a1b2c3d' }],
    ['no moment', { at: 'yesterday' }],
  ])('%s is refused before PostgreSQL sees it', (_what, wrong) => {
    const none = { id: null, name: null, at: null, place: null, share: null, fresh: null };
    expect(() => new BulkRows<Row>(columns).add({ ...none, ...wrong })).toThrow(TypeError);
  });
});
