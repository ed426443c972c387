import type { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { EventFileUnusable } from './file-errors.js';

/** 'DKEV': tells our files from any other SQLite file. */
const APPLICATION_ID = 0x444b4556;
const FORMAT_VERSION = 2;

/**
 * The ids of a stream's first events are found by walking `events_by_revision`; only those behind them have an index of their own.
 * Most streams are short, and a random id would cost every commit one more page of the disk.
 */
export const EARLY_REVISIONS = 32;

const EVENTS = `
  create table events (
    position integer primary key,
    stream integer not null,
    revision integer not null,
    type integer not null,
    id blob not null,
    created_ms integer not null,
    chain integer not null,
    stream_chain integer not null,
    frame blob not null
  );
  create index events_by_revision on events (stream, revision, id);
  create index events_by_id on events (stream, id, revision) where revision >= ${EARLY_REVISIONS};
  create index events_by_kind on events (position, type, stream);
`;

const TABLES = `
  create table streams (
    ref integer primary key,
    name blob not null unique,
    max_count integer,
    max_age_ms integer,
    truncate_before integer
  );
  create table event_types (ref integer primary key, name blob not null unique);
  ${EVENTS}
`;

/**
 * Makes the tables of a new file, or brings those of an older version up to date. Must run inside a transaction.
 * @throws EventFileUnusable for anything that is no event file, or is of a newer version
 */
export function prepareTables(database: DatabaseSync, path: string): void {
  const applicationId = pragma(database, 'application_id');
  const version = pragma(database, 'user_version');
  if (applicationId === APPLICATION_ID) {
    if (version === 1) upgradeFromFirstFormat(database);
    else if (version !== FORMAT_VERSION)
      throw new EventFileUnusable(
        `${path} has format ${String(version)}, this version reads formats 1 to ${FORMAT_VERSION}: use the version that wrote it`,
      );
    return;
  }
  const tables = database.prepare('select count(*) as count from sqlite_schema').get();
  if (applicationId !== 0 || tables?.['count'] !== 0) {
    throw new EventFileUnusable(`${path} is a database, but not one of events: choose another file`);
  }
  database.exec(
    `${TABLES} pragma application_id = ${APPLICATION_ID}; pragma user_version = ${FORMAT_VERSION};`,
  );
}

/** The first format had no checksums and an index of all ids. */
function upgradeFromFirstFormat(database: DatabaseSync): void {
  let chain = 0;
  const streamChains = new Map<unknown, number>();
  const link = (frame: unknown): number => (chain = crc32(frame as Uint8Array, chain));
  const linkInStream = (stream: unknown, frame: unknown): number => {
    const linked = crc32(frame as Uint8Array, streamChains.get(stream) ?? 0);
    streamChains.set(stream, linked);
    return linked;
  };
  database.function('link', link);
  database.function('link_in_stream', linkInStream);
  database.exec(`
    drop index events_by_revision;
    drop index events_by_id;
    drop index events_by_kind;
    alter table events rename to events_before;
    ${EVENTS}
    insert into events
      select position, stream, revision, type, id, created_ms, link(frame), link_in_stream(stream, frame), frame
      from events_before order by position;
    drop table events_before;
    pragma user_version = ${FORMAT_VERSION};
  `);
}

const pragma = (database: DatabaseSync, name: string): unknown =>
  database.prepare(`pragma ${name}`).get()?.[name];
