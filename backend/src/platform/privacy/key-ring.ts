import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { MasterKeys, Wrapped } from './master-keys.js';

const TABLES = `
  create table if not exists subject_keys (
    subject text primary key,
    master text,
    wrapped blob,
    made_at text not null,
    destroyed_at text
  ) strict;
  create table if not exists secrets (
    name text primary key,
    master text not null,
    wrapped blob not null,
    made_at text not null
  ) strict;
`;
const KEY_BYTES = 32;
const BUSY_MS = 10_000;

interface Row {
  readonly master: string | null;
  readonly wrapped: Uint8Array | null;
}

/**
 * The keys of all persons, each wrapped by a master key, in one file that is neither the log nor a read model: no rebuild makes or loses
 * a key, and no copy of the log brings one back. What is deleted is overwritten. Several programs of one machine may have it open.
 */
export class KeyRing {
  private constructor(
    private readonly file: DatabaseSync,
    private readonly masters: MasterKeys,
  ) {}

  static open(path: string, masters: MasterKeys): KeyRing {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const file = new DatabaseSync(path, { timeout: BUSY_MS });
    file.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;');
    file.exec(TABLES);
    return new KeyRing(file, masters);
  }

  /** The key of a person; undefined where there is none, because it was destroyed or never made. */
  keyOf(subject: string): Buffer | undefined {
    const row = this.file.prepare('select master, wrapped from subject_keys where subject = ?').get(subject);
    return this.unwrapped(row as Row | undefined, `key of ${subject}`);
  }

  /** Makes the key where there is none. @throws SubjectErased */
  keyFor(subject: string): Buffer {
    const known = this.keyOf(subject);
    if (known) return known;
    const { master, bytes } = this.masters.wrap(randomBytes(KEY_BYTES), `key of ${subject}`);
    this.file
      .prepare(
        'insert into subject_keys (subject, master, wrapped, made_at) values (?, ?, ?, ?) on conflict do nothing',
      )
      .run(subject, master, bytes, now());
    const key = this.keyOf(subject);
    if (!key) throw new SubjectErased(subject);
    return key;
  }

  /** For ever: a subject whose key was destroyed gets no other. Repeating it changes nothing. */
  destroy(subject: string): void {
    this.file
      .prepare(
        `insert into subject_keys (subject, made_at, destroyed_at) values (?1, ?2, ?2)
         on conflict (subject) do update set master = null, wrapped = null, destroyed_at = coalesce(destroyed_at, ?2)`,
      )
      .run(subject, now());
    // The write-ahead log may still hold the page with the key.
    this.file.exec('pragma wal_checkpoint(truncate)');
  }

  isDestroyed(subject: string): boolean {
    const row = this.file
      .prepare('select 1 from subject_keys where subject = ? and destroyed_at is not null')
      .get(subject);
    return row !== undefined;
  }

  /** A secret of the installation, made at its first use: of 32 bytes, or what `make` gives. */
  secret(name: string, make: () => Buffer = () => randomBytes(KEY_BYTES)): Buffer {
    const found = this.storedSecret(name);
    if (found) return found;
    const { master, bytes } = this.masters.wrap(make(), `secret ${name}`);
    this.file
      .prepare(
        'insert into secrets (name, master, wrapped, made_at) values (?, ?, ?, ?) on conflict do nothing',
      )
      .run(name, master, bytes, now());
    return this.secret(name);
  }

  /** Names and times of the secrets that begin with a word, the newest first. */
  secretsNamed(prefix: string): readonly { readonly name: string; readonly madeAt: string }[] {
    return this.file
      .prepare(
        'select name, made_at as madeAt from secrets where substr(name, 1, ?) = ? order by made_at desc, name',
      )
      .all(prefix.length, prefix) as unknown as { name: string; madeAt: string }[];
  }

  forgetSecret(name: string): void {
    this.file.prepare('delete from secrets where name = ?').run(name);
    this.file.exec('pragma wal_checkpoint(truncate)');
  }

  /** Wraps everything with the master key in use. @returns how many keys had another */
  rewrap(): number {
    let count = 0;
    this.file.exec('begin immediate');
    try {
      for (const [table, id, use] of [
        ['subject_keys', 'subject', 'key of'],
        ['secrets', 'name', 'secret'],
      ] as const) {
        const old = this.file
          .prepare(
            `select ${id} as id, master, wrapped from ${table} where master is not null and master <> ?`,
          )
          .all(this.masters.current) as unknown as (Row & { id: string })[];
        for (const row of old) {
          const key = this.unwrapped(row, `${use} ${row.id}`);
          if (!key) continue;
          const { master, bytes } = this.masters.wrap(key, `${use} ${row.id}`);
          this.file
            .prepare(`update ${table} set master = ?, wrapped = ? where ${id} = ?`)
            .run(master, bytes, row.id);
          count += 1;
        }
      }
      this.file.exec('commit');
    } catch (error) {
      this.file.exec('rollback');
      throw error;
    }
    this.file.exec('pragma wal_checkpoint(truncate)');
    return count;
  }

  close(): void {
    this.file.close();
  }

  private storedSecret(name: string): Buffer | undefined {
    const row = this.file.prepare('select master, wrapped from secrets where name = ?').get(name);
    return this.unwrapped(row as Row | undefined, `secret ${name}`);
  }

  private unwrapped(row: Row | undefined, use: string): Buffer | undefined {
    if (!row?.master || !row.wrapped) return undefined;
    const wrapped: Wrapped = { master: row.master, bytes: Buffer.from(row.wrapped) };
    return this.masters.unwrap(wrapped, use);
  }
}

const now = (): string => new Date().toISOString();

/** Nothing more can be written down about somebody whose key was destroyed. */
export class SubjectErased extends Error {
  override readonly name = 'SubjectErased';
  constructor(subject: string) {
    super(`what is known of ${subject} was erased, and nothing new is kept`);
  }
}
