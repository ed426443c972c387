import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup, DatabaseSync, type StatementSync } from 'node:sqlite';
import {
  asWriteFault,
  EventFileInUse,
  EventFileUnusable,
  isBusy,
  isNoError,
  messageOf,
} from './file-errors.js';
import { prepareTables } from './file-format.js';
import { WriteAheadRoom } from './write-ahead-room.js';

/** Small, because every commit writes whole pages: one event touches four of them. */
const PAGE_BYTES = 4_096;
/** Pages of the write-ahead log before they are copied into the file: rarer is faster, larger takes longer at once. */
const CHECKPOINT_PAGES = 4_000;
/** The operating system keeps the file in memory, too. */
const CACHE_KILOBYTES = 8_000;
/** Pages that a copy takes at once while appends wait. */
const BACKUP_PAGES = 256;
const BACKUP_ATTEMPTS = 1_000;

/** The one SQLite file: opened for this process alone, durable at every commit. */
export class EventFile {
  private readonly begin: StatementSync;
  private readonly commit: StatementSync;
  private readonly room: WriteAheadRoom;

  private constructor(
    readonly path: string,
    private readonly database: DatabaseSync,
  ) {
    this.begin = database.prepare('begin immediate');
    this.commit = database.prepare('commit');
    this.room = new WriteAheadRoom(`${path}-wal`);
  }

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
        pragma fullfsync = on;
        pragma wal_autocheckpoint = ${CHECKPOINT_PAGES};
        pragma cache_size = -${CACHE_KILOBYTES};
        begin immediate;
      `);
      prepareTables(database, path);
      database.exec('commit');
      return new EventFile(path, database);
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

  /**
   * All that `work` writes is stored and synced, or, when it throws, nothing of it.
   * Throws EventFileUnwritable, EventFileDamaged, or what `work` threw.
   */
  transaction<T>(work: () => T): T {
    try {
      this.begin.run();
      const result = work();
      this.commit.run();
      return result;
    } catch (cause) {
      if (this.database.isTransaction) this.database.exec('rollback');
      throw asWriteFault(cause, this.path);
    }
  }

  /** Makes the next transactions faster. For the moment after one, when its answer is on the way. */
  prepareForMore(): void {
    this.room.keep();
  }

  /**
   * Copies the file as it stands at the end of the copying, a few pages at a time, so that others get their turns.
   * @param target a file that may be written over; its folder must exist
   * @returns pages copied
   */
  async copyTo(target: string): Promise<number> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await backup(this.database, target, { rate: BACKUP_PAGES });
      } catch (cause) {
        // Where the first step meets a commit under way, node:sqlite gives up without an error's code; later steps wait.
        if (!isNoError(cause) || attempt === BACKUP_ATTEMPTS) throw cause;
      }
    }
  }

  close(): void {
    this.room.close();
    if (this.database.isOpen) this.database.close();
  }
}

function openingError(path: string, cause: unknown): Error {
  if (cause instanceof EventFileUnusable) return cause;
  if (isBusy(cause)) return new EventFileInUse(path);
  return new EventFileUnusable(`${path} cannot be opened as an event file: ${messageOf(cause)}`, { cause });
}
