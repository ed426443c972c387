import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedEventStore, type EmbeddedEventStore } from '../server.js';
import { eventOf, openLog } from '../testing/opened-log.js';
import { until } from '../testing/until.js';
import { backUp } from './back-up.js';
import { UpkeepRefused } from './upkeep-refused.js';
import { verify } from './verify.js';

let dir = '';
let file = '';
let store: EmbeddedEventStore | undefined;
let client: EventStoreDBClient | undefined;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'event-store-'));
  file = join(dir, 'events.sqlite');
});
afterEach(async () => {
  await client?.dispose();
  await store?.close();
  client = undefined;
  store = undefined;
  await rm(dir, { recursive: true, force: true });
});

async function serve(): Promise<EventStoreDBClient> {
  store = await startEmbeddedEventStore({ file, port: 0 });
  client = EventStoreDBClient.connectionString(store.connectionString);
  return client;
}

const event = (n: number) => jsonEvent({ type: 'test.Happened.v1', data: { n, text: 'x'.repeat(500) } });

async function verdict(path: string): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const code = await verify(path, (line) => said.push(line));
  return { code, said: said.join('\n') };
}

/** Revisions of the events in a copied file that is served, for each of the streams. */
async function revisionsIn(path: string, streams: readonly string[]): Promise<number[]> {
  const copy = await startEmbeddedEventStore({ file: path, port: 0 });
  const reader = EventStoreDBClient.connectionString(copy.connectionString);
  const counts: number[] = [];
  for (const stream of streams) {
    let count = 0;
    for await (const { event: read } of reader.readStream(stream)) {
      expect(read?.revision).toBe(BigInt(count));
      count += 1;
    }
    counts.push(count);
  }
  await reader.dispose();
  await copy.close();
  return counts;
}

describe('a copy of the events', () => {
  it('made while they are served and appended to is whole, holds all that was acknowledged before, and can be served', async () => {
    // given a store with some thousand events and four writers at work
    const appender = await serve();
    for (let n = 0; n < 8; n++)
      await appender.appendToStream(
        'old-1',
        Array.from({ length: 500 }, (_, k) => event(k)),
      );
    const streams = [0, 1, 2, 3].map((writer) => `writer-${writer}`);
    const acknowledged = streams.map(() => 0);
    let isOver = false;
    const writers = streams.map(async (stream, writer) => {
      while (!isOver) {
        await appender.appendToStream(stream, [event(1), event(2)]);
        acknowledged[writer] = (acknowledged[writer] ?? 0) + 2;
      }
    });
    await until(() => acknowledged.every((count) => count > 0));
    // when
    const before = [...acknowledged];
    const target = join(dir, 'copy.sqlite');
    await backUp(file, target);
    const meanwhile = acknowledged.map((count, writer) => count - (before[writer] ?? 0));
    isOver = true;
    await Promise.all(writers);
    // then appends went on meanwhile
    expect(Math.min(...meanwhile)).toBeGreaterThan(0);
    // and the copy is a sound file that ends somewhere between
    expect(await verdict(target)).toMatchObject({ code: 0 });
    const copied = await revisionsIn(target, ['old-1', ...streams]);
    expect(copied[0]).toBe(4_000);
    for (const [writer, count] of copied.slice(1).entries()) {
      expect(count).toBeGreaterThanOrEqual(before[writer] ?? 0);
      expect(count).toBeLessThanOrEqual(acknowledged[writer] ?? 0);
      expect(count % 2).toBe(0);
    }
  }, 60_000);

  it('that is begun while a commit is under way waits for it', async () => {
    const log = openLog(file);
    await log.append('a-1', 'any', [eventOf()]);
    const target = join(dir, 'copy.sqlite');
    const copying = log.file.copyTo(target);
    log.file.transaction(() => {
      for (const until = performance.now() + 100; performance.now() < until;);
    });
    await expect(copying).resolves.toBeGreaterThan(0);
    log.file.close();
    expect(await verdict(target)).toMatchObject({ code: 0 });
  });

  it('of a file that nobody serves is made from the file', async () => {
    const log = openLog(file);
    await log.append('a-1', 'any', [eventOf(), eventOf()]);
    log.file.close();
    const target = join(dir, 'copy.sqlite');
    await backUp(file, target);
    expect((await verdict(target)).said).toBe((await verdict(file)).said);
  });

  it.each([
    ['over a file that is there', 'taken.sqlite', /is there already/],
    ['into a folder that is not there', 'nowhere/copy.sqlite', /there is no folder/],
  ])('is not made %s', async (_where, name, why) => {
    await serve();
    writeFileSync(join(dir, 'taken.sqlite'), 'a file of somebody');
    await expect(backUp(file, join(dir, name))).rejects.toThrow(UpkeepRefused);
    await expect(backUp(file, join(dir, name))).rejects.toThrow(why);
  });

  it('that cannot be written is refused with the reason and leaves nothing behind', async () => {
    await serve();
    const before = readdirSync(dir);
    const tooLong = join(dir, 'x'.repeat(300));
    await expect(backUp(file, tooLong)).rejects.toThrow(/the copy to .* failed/);
    expect(readdirSync(dir)).toEqual(before);
  });

  it('by hand of file and write-ahead log, made in one moment, can be opened', async () => {
    // given a file that is open, and a copy as a snapshot of the disk would hold it
    const log = openLog(file);
    await log.append('a-1', 'any', [eventOf(), eventOf()]);
    copyFileSync(file, join(dir, 'copy.sqlite'));
    copyFileSync(`${file}-wal`, join(dir, 'copy.sqlite-wal'));
    log.file.close();
    // then
    expect((await verdict(join(dir, 'copy.sqlite'))).said).toMatch(/^all is well: 2 events/);
  });
});

describe('verify', () => {
  it('checks a file that is served, and the server goes on', async () => {
    const appender = await serve();
    await appender.appendToStream('a-1', [event(1)]);
    const { code, said } = await verdict(file);
    expect(code).toBe(0);
    expect(said).toMatch(/is served at http.*\nall is well: 2 events/s);
    await expect(appender.appendToStream('a-1', [event(2)])).resolves.toMatchObject({ success: true });
    expect(readdirSync(dir).filter((name) => name.startsWith('verify-'))).toEqual([]);
  });

  it('says that a file is no event file', async () => {
    writeFileSync(file, 'notes of somebody\n'.repeat(300));
    expect(await verdict(file)).toEqual({
      code: 1,
      said: `${file} cannot be opened as an event file: file is not a database`,
    });
  });
});

describe('the note of the address', () => {
  it('goes with the server', async () => {
    await serve();
    expect(existsSync(`${file}.address`)).toBe(true);
    await store?.close();
    expect(existsSync(`${file}.address`)).toBe(false);
  });
});
