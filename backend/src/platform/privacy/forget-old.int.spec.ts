import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import { connectOrm } from '../../../following/database/connect-orm.js';
import { rows } from '../../../following/database/database.js';
import { startTestPostgres, type TestPostgres } from '../../../following/testing/test-postgres.js';
import { forgetOld } from './forget-old.js';
import { RETENTION } from './retention.js';

let postgres: TestPostgres;
let orm: MikroORM;
beforeAll(async () => {
  postgres = await startTestPostgres();
  orm = await connectOrm(await postgres.createDatabase());
}, 60_000);
afterAll(async () => {
  await orm?.close();
  await postgres?.stop();
});

const DAY_MS = 24 * 3_600_000;
const left = async (table: string) => (await rows(orm, `select 1 from security.${table}`)).length;

it('sessions and used codes are forgotten once their time is over, and not before', async () => {
  const now = Date.parse('2026-11-20T12:00:00Z');
  const account = randomUUID();
  const session = (endedDaysAgo: number | null, expiresInDays: number) =>
    rows(
      orm,
      `insert into security.sessions (id, account_id, workspace_id, device, token_hash, started_at, used_at, expires_at, ended_at)
       values ($1, $2, 'w', 'd', $5, $3, $3, $3, $4)`,
      [
        randomUUID(),
        account,
        new Date(now + expiresInDays * DAY_MS),
        endedDaysAgo === null ? null : new Date(now - endedDaysAgo * DAY_MS),
        randomUUID(),
      ],
    );
  await session(null, 10);
  await session(null, -29);
  await session(29, 10);
  await session(31, 10);
  await session(null, -31);
  for (const agoS of [0, RETENTION.usedCodeS + 60])
    await rows(orm, 'insert into security.used_codes (account_id, step) values ($1, $2)', [
      account,
      Math.floor((now / 1_000 - agoS) / 30),
    ]);
  await forgetOld(orm, now);
  await forgetOld(orm, now);
  expect([await left('sessions'), await left('used_codes')]).toEqual([3, 1]);
});
