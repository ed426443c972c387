import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Another process (or another server of this process) has the file open. */
export class EventFileInUse extends Error {
  override readonly name = 'EventFileInUse';
  constructor(readonly file: string) {
    super(`${file} is in use by another event store: stop that one, or choose another file`);
  }
}

/** The file cannot be opened, is no event file, or was written by a newer version. */
export class EventFileUnusable extends Error {
  override readonly name = 'EventFileUnusable';
}

/** 'DKEV': tells our files from any other SQLite file. */
const APPLICATION_ID = 0x444b4556;
const FORMAT_VERSION = 1;
const PAGE_BYTES = 8_192;
/** Pages of the write-ahead log before they are copied into the file: rarer is faster, larger takes longer at once. */
const CHECKPOINT_PAGES = 4_000;
const CACHE_KILOBYTES = 32_000;

const TABLES = `
  create table streams (
    ref integer primary key,
    name blob not null unique,
    max_count integer,
    max_age_ms integer,
    truncate_before integer
  );
  create table event_types (ref integer primary key, name blob not null unique);
  create table events (
    position integer primary key,
    stream integer not null,
    revision integer not null,
    type integer not null,
    id blob not null,
    created_ms integer not null,
    frame blob not null
  );
  create unique index events_by_revision on events (stream, revision);
  create index events_by_id on events (stream, id, revision);
  create index events_by_kind on events (position, type, stream);
`;

/** The one SQLite file: opened for this process alone, durable at every commit. */
export class EventFile {
  private constructor(
    readonly path: string,
    private readonly database: DatabaseSync,
    /** True when this opening made the file. */
    readonly isNew: boolean,
  ) {}

  /** Opens or makes the file and its folder. Throws EventFileInUse or EventFileUnusable. */
  static open(path: string): EventFile {
    let database: DatabaseSync | undefined;
    try {
      mkdirSync(dirname(path), { recursive: true });
      database = new DatabaseSync(path);
      // The lock is the operating system's: it is gone when the process is, however it ended.
      database.exec(`
        pragma page_size = ${PAGE_BYTES};
        pragma locking_mode = exclusive;
        pragma journal_mode = wal;
        pragma synchronous = full;
        pragma wal_autocheckpoint = ${CHECKPOINT_PAGES};
        pragma cache_size = -${CACHE_KILOBYTES};
        begin immediate;
      `);
      const isNew = prepareTables(database, path);
      database.exec('commit');
      return new EventFile(path, database, isNew);
    } catch (cause) {
      database?.close();
      throw openingError(path, cause);
    }
  }

  /** A statement whose rows come as arrays of columns. */
  prepare(sql: string): StatementSync {
    const statement = this.database.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  }

  /** All that `work` writes is stored, or, when it throws, nothing of it. */
  transaction<T>(work: () => T): T {
    this.database.exec('begin immediate');
    try {
      const result = work();
      this.database.exec('commit');
      return result;
    } catch (cause) {
      if (this.database.isTransaction) this.database.exec('rollback');
      throw cause;
    }
  }

  close(): void {
    if (this.database.isOpen) this.database.close();
  }
}

function prepareTables(database: DatabaseSync, path: string): boolean {
  const applicationId = pragma(database, 'application_id');
  const version = pragma(database, 'user_version');
  if (applicationId === APPLICATION_ID) {
    if (version === FORMAT_VERSION) return false;
    throw new EventFileUnusable(
      `${path} has format ${String(version)}, this version reads format ${FORMAT_VERSION}: use the version that wrote it`,
    );
  }
  const tables = database.prepare('select count(*) as count from sqlite_schema').get();
  if (applicationId !== 0 || tables?.['count'] !== 0) {
    throw new EventFileUnusable(`${path} is a database, but not one of events: choose another file`);
  }
  database.exec(
    `${TABLES} pragma application_id = ${APPLICATION_ID}; pragma user_version = ${FORMAT_VERSION};`,
  );
  return true;
}

const pragma = (database: DatabaseSync, name: string): unknown =>
  database.prepare(`pragma ${name}`).get()?.[name];

const SQLITE_BUSY = 5;

function openingError(path: string, cause: unknown): Error {
  if (cause instanceof EventFileUnusable) return cause;
  const { errcode, message } = cause as { readonly errcode?: unknown; readonly message?: unknown };
  if (errcode === SQLITE_BUSY) return new EventFileInUse(path);
  return new EventFileUnusable(`${path} cannot be opened as an event file: ${String(message)}`, { cause });
}
