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

/** The disk takes nothing more, or refuses to write: nothing of the write was stored, everything stored before can be read. */
export class EventFileUnwritable extends Error {
  override readonly name = 'EventFileUnwritable';
}

/** What is stored is not what was written. */
export class EventFileDamaged extends Error {
  override readonly name = 'EventFileDamaged';
  constructor(what: string, options?: ErrorOptions) {
    super(`the event file is damaged: ${what}; check it with «npm run eventstore -- verify»`, options);
  }
}

/** SQLite's primary result codes; the extended ones carry them in their lowest byte. */
const Sqlite = {
  Ok: 0,
  Busy: 5,
  ReadOnly: 8,
  IoError: 10,
  Corrupt: 11,
  Full: 13,
  CannotOpen: 14,
  NotADatabase: 26,
} as const;
const CANNOT_WRITE: ReadonlySet<number> = new Set([
  Sqlite.ReadOnly,
  Sqlite.IoError,
  Sqlite.Full,
  Sqlite.CannotOpen,
]);

function sqliteCode(thrown: unknown): number | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('errcode' in thrown)) return undefined;
  return typeof thrown.errcode === 'number' ? thrown.errcode & 0xff : undefined;
}

/** Thrown, and yet SQLite knows of no error. */
export const isNoError = (thrown: unknown): boolean => sqliteCode(thrown) === Sqlite.Ok;

export const isBusy = (thrown: unknown): boolean => sqliteCode(thrown) === Sqlite.Busy;

/** Names what SQLite says of a damaged file; anything else comes back as it is. */
export function asReadFault(thrown: unknown): unknown {
  const code = sqliteCode(thrown);
  if (code !== Sqlite.Corrupt && code !== Sqlite.NotADatabase) return thrown;
  return new EventFileDamaged(messageOf(thrown), { cause: thrown });
}

/** The same for a write, which may also find the disk full. */
export function asWriteFault(thrown: unknown, path: string): Error {
  const code = sqliteCode(thrown);
  if (code !== undefined && CANNOT_WRITE.has(code)) {
    const why =
      code === Sqlite.Full ? 'the disk is full' : `the disk refuses to write (${messageOf(thrown)})`;
    return new EventFileUnwritable(
      `${why}: nothing of this was stored; make room where ${path} lies, then appends work again`,
      { cause: thrown },
    );
  }
  const fault = asReadFault(thrown);
  return fault instanceof Error ? fault : new Error(messageOf(fault), { cause: fault });
}

/** SQLite's errors are made outside the modules of a test, where they are no instance of its Error. */
export const messageOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null && 'message' in thrown
    ? String(thrown.message)
    : String(thrown);
