import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectOrm } from '../database/connect-orm.js';
import { startTestPostgres, type TestPostgres } from './test-postgres.js';

describe('the PostgreSQL of the specs', () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startTestPostgres();
  }, 60_000);
  afterAll(() => postgres.stop());

  it('gives each spec a migrated database of its own, with the extensions that search uses', async () => {
    const urls = [await postgres.createDatabase(), await postgres.createDatabase()];
    expect(new Set(urls).size).toBe(2);
    for (const url of urls) {
      const orm = await connectOrm(url);
      const rows = await orm.em.execute<{ extname: string }[]>(
        `select extname from pg_extension where extname in ('pg_trgm', 'unaccent', 'btree_gin') order by 1`,
      );
      expect(rows.map((row) => row.extname)).toEqual(['btree_gin', 'pg_trgm', 'unaccent']);
      expect(await orm.em.execute('select * from following.builds')).toEqual([]);
      await orm.close();
    }
  });

  it('knows letters beyond ASCII: similar French words have trigrams in common', async () => {
    const orm = await connectOrm(await postgres.createDatabase());
    const rows = await orm.em.execute<{ near: number }[]>(`select similarity('étés', 'été') as near`);
    expect(rows[0]?.near).toBeGreaterThan(0.4);
    await orm.close();
  });
});
