import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedEventStore } from './server.js';
import { SpawnedStore } from './testing/spawned-store.js';

let dataDir = '';
const spawned: SpawnedStore[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'event-store-'));
});
afterEach(async () => {
  await Promise.all(spawned.splice(0).map((store) => store.kill('SIGKILL')));
  await rm(dataDir, { recursive: true, force: true });
});

function run(environment: Readonly<Record<string, string>>, args: readonly string[] = []): SpawnedStore {
  const store = SpawnedStore.spawn({ DATA_DIR: dataDir, EVENTSTORE_PORT: '0', ...environment }, args);
  spawned.push(store);
  return store;
}

describe('the event store started alone', () => {
  it.each(['', 'abc', '-1', '65536', '21.13'])(
    'refuses the port "%s" in one line that says what it wants',
    async (port) => {
      const { code, errorLines } = await run({ EVENTSTORE_PORT: port }).ended();
      expect(code).toBe(1);
      expect(errorLines).toEqual([
        `Event store: EVENTSTORE_PORT is "${port}"; it must be a whole number from 0 (any free port) to 65535`,
      ]);
    },
    30_000,
  );

  it('refuses an empty data folder in one line', async () => {
    const { code, errorLines } = await run({ DATA_DIR: '' }).ended();
    expect(code).toBe(1);
    expect(errorLines).toEqual(['Event store: DATA_DIR is empty; it must name a folder']);
  }, 30_000);

  it('says in one line that its port is taken', async () => {
    // given
    const other = await startEmbeddedEventStore({ file: join(dataDir, 'other.sqlite'), port: 0 });
    // when
    const { code, errorLines } = await run({ EVENTSTORE_PORT: String(other.port) }).ended();
    await other.close();
    // then
    expect(code).toBe(1);
    expect(errorLines).toEqual([
      `Event store: cannot listen on 127.0.0.1:${other.port}: another program listens there`,
    ]);
  }, 30_000);

  it('says in one line that another process has its file', async () => {
    // given
    await run({}).connectionString();
    // when
    const { code, errorLines } = await run({}).ended();
    // then
    expect(code).toBe(1);
    expect(errorLines).toHaveLength(1);
    expect(errorLines[0]).toMatch(/events\.sqlite is in use by another event store/);
  }, 30_000);

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends cleanly at %s',
    async (signal) => {
      const store = run({});
      await store.connectionString();
      expect(await store.kill(signal)).toBe(0);
    },
    30_000,
  );
});

describe('the commands on the event file', () => {
  it('copy and check the file while another process serves it', async () => {
    // given
    await run({}).connectionString();
    const copy = join(dataDir, 'copy.sqlite');
    // when
    const backup = run({}, ['backup', copy]);
    const copied = await backup.ended();
    const verify = run({}, ['verify']);
    const checked = await verify.ended();
    // then
    expect([copied.code, checked.code]).toEqual([0, 0]);
    expect(backup.printed).toContain(`was copied to ${copy}`);
    expect(backup.printed).toContain('all is well: 1 events');
    expect(verify.printed).toContain('is served at http://127.0.0.1:');
    expect(verify.printed).toContain('all is well: 1 events');
  }, 60_000);

  it('end with exit code 1 and the broken place when the file is damaged', async () => {
    const file = join(dataDir, 'events.sqlite');
    await writeFile(file, 'notes of somebody\n'.repeat(300));
    const verify = run({}, ['verify', file]);
    const { code } = await verify.ended();
    expect(code).toBe(1);
    expect(verify.printed).toBe(`${file} cannot be opened as an event file: file is not a database\n`);
  }, 30_000);

  it.each([
    [
      ['verify', 'nothing.sqlite'],
      'Event store: there is no file nothing.sqlite: name the event file, or set DATA_DIR',
    ],
    [['mend'], 'Event store: usage:'],
    [['backup'], 'Event store: usage:'],
  ])(
    'are refused in words when they cannot be run: %j',
    async (args, line) => {
      const { code, errorLines } = await run({}, args).ended();
      expect(code).toBe(1);
      expect(errorLines[0]).toBe(line);
    },
    30_000,
  );
});
