import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Projection } from '../projection.js';
import { keywordTracked } from './following-world.js';
import { keywordCounts } from './keyword-counts.js';
import { projectionSpec, recorded } from './projection-spec.js';
import { startTestPostgres, type TestPostgres } from './test-postgres.js';

describe('the spec of a projection', () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startTestPostgres();
  }, 60_000);
  afterAll(() => postgres.stop());

  const stream = 'trackedKeyword-1';
  const events = recorded([
    { stream, event: keywordTracked('planner') },
    { stream, event: keywordTracked('sticker') },
  ]);

  it('shows the rows that events lead to', async () => {
    const spec = await projectionSpec(await postgres.createDatabase(), keywordCounts());
    await spec.given(events);
    expect(await spec.rows('select keyword, times from counts order by keyword')).toEqual([
      { keyword: 'planner', times: 1 },
      { keyword: 'sticker', times: 1 },
    ]);
    await spec.close();
  });

  it('fails a projection that a repeated batch changes, and names the table', async () => {
    const forgetful: Projection = {
      name: 'forgetful',
      version: 1,
      eventTypes: ['tracking.KeywordTracked.v1'],
      tables: 'create table sums (times integer not null); insert into sums values (0);',
      async apply(batch, sql) {
        await sql.run('update sums set times = times + $1', [batch.length]);
        return [];
      },
    };
    const spec = await projectionSpec(await postgres.createDatabase(), forgetful);
    await expect(spec.given(events)).rejects.toThrow('forgetful: the same batch applied again changed sums');
    await spec.close();
  });
});
