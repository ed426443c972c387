import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventOf, openLog } from '../testing/opened-log.js';
import { walkFile } from '../upkeep/walk-file.js';
import { EventFile } from './event-file.js';
import { EventFileUnusable } from './file-errors.js';

const FIRST_FORMAT = `
  create table events_before (
    position integer primary key, stream integer not null, revision integer not null, type integer not null,
    id blob not null, created_ms integer not null, frame blob not null
  );
  insert into events_before select position, stream, revision, type, id, created_ms, frame from events;
  drop table events;
  alter table events_before rename to events;
  create unique index events_by_revision on events (stream, revision);
  create index events_by_id on events (stream, id, revision);
  create index events_by_kind on events (position, type, stream);
  pragma user_version = 1;
`;

let dir = '';
let file = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'event-store-'));
  file = join(dir, 'events.sqlite');
  const log = openLog(file);
  for (let n = 0; n < 100; n++) await log.append(`stream-${n % 7}`, 'any', [eventOf(n), eventOf(2 * n)]);
  log.file.close();
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

function execute(sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

describe('an event file of the first format', () => {
  it('is brought up to date when it is opened, and holds the same events', async () => {
    // given
    const before = openLog(file);
    const all = before.pages.ofAll(0).bytes;
    before.file.close();
    execute(FIRST_FORMAT);
    // when
    const log = openLog(file);
    // then
    expect(log.pages.ofAll(0).bytes.equals(all)).toBe(true);
    await log.append('stream-1', 'any', [eventOf()]);
    expect(walkFile(log.file)).toMatchObject({ events: 201, streams: 7, broken: undefined });
    log.file.close();
  });
});

describe('an event file of a newer format', () => {
  it('is refused with the formats that can be read', () => {
    execute('pragma user_version = 3');
    expect(() => EventFile.open(file)).toThrow(EventFileUnusable);
    expect(() => EventFile.open(file)).toThrow('has format 3, this version reads formats 1 to 2');
  });
});

describe('an open event file', () => {
  it('syncs every commit', () => {
    const opened = EventFile.open(file);
    expect(opened.prepare('pragma journal_mode').get()).toEqual(['wal']);
    expect(opened.prepare('pragma synchronous').get()).toEqual([2]);
    opened.close();
  });
});
