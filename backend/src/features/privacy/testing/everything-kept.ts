import { MikroORM } from '@mikro-orm/postgresql';
import type { Redis } from 'ioredis';
import type { EventLog } from '../../../../event-log/event-log.js';
import { rows } from '../../../../following/database/database.js';
import type { TestProduct } from '../../../platform/testing/test-product.js';
import type { Sealing } from '../../../platform/privacy/sealing.js';

/** Every row of every table as text. */
export async function everyRow(product: TestProduct): Promise<string> {
  const orm = product.app.get<MikroORM>(MikroORM);
  const tables = await rows<{ name: string }>(
    orm,
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const texts = await Promise.all(
    tables.map(async ({ name }) => {
      const found = await rows<{ row: string }>(orm, `select t::text as row from ${name} t`);
      return [name, ...found.map(({ row }) => row)].join('\n');
    }),
  );
  return texts.join('\n');
}

/** Every key of Redis with its value: kept answers, limits, queues and their jobs. */
export async function everyKey(redis: Redis): Promise<string> {
  const texts: string[] = [];
  for (const key of await redis.keys('*')) texts.push(key, JSON.stringify(await valueOf(redis, key)));
  return texts.join('\n');
}

async function valueOf(redis: Redis, key: string): Promise<unknown> {
  switch (await redis.type(key)) {
    case 'string':
      return redis.get(key);
    case 'hash':
      return redis.hgetall(key);
    case 'list':
      return redis.lrange(key, 0, -1);
    case 'set':
      return redis.smembers(key);
    case 'zset':
      return redis.zrange(key, '0', '-1');
    case 'stream':
      return redis.xrange(key, '-', '+');
    case 'none': // gone meanwhile
      return '';
    default:
      throw new Error(`${key} is of a kind that is not looked into`);
  }
}

/** Every event as text, each sealed text of it opened with the key ring of today. */
export async function everyEvent(log: EventLog, sealing: Sealing): Promise<string> {
  const texts: string[] = [];
  for await (const { type, stream, data, metadata } of log.readAll()) {
    const text = JSON.stringify([type, stream, data, metadata]);
    texts.push(text, ...[...text.matchAll(/sealed:1:[^"]+/g)].map(([sealed]) => sealing.open(sealed) ?? ''));
  }
  return texts.join('\n');
}
