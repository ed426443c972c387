import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { type ExtraKind, type Extras, idOf, type Kept, type Kind, type Kinds } from '../objects/kinds.js';
import { dueOf } from './due.js';

const TABLES = `
  pragma journal_mode = wal;
  pragma synchronous = normal;
  create table if not exists objects (
    seq integer primary key autoincrement, id text not null unique, kind text not null,
    owner text, json text not null, extra text, due integer
  );
  create index if not exists objects_by_kind on objects (kind, owner, seq);
  create index if not exists objects_by_due on objects (due) where due is not null;
  create table if not exists notes (name text primary key, json text not null);
  create table if not exists answers (
    key text primary key, request text not null, status integer not null, body text not null
  );
  create table if not exists deliveries (
    seq integer primary key autoincrement, event text not null, state text not null, attempts integer not null default 0
  );
  create index if not exists deliveries_by_state on deliveries (state, seq);
`;

/** The double's books: one SQLite file, or memory. All of it is synchronous, so a request is one transaction. */
export class Store {
  readonly database: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();
  private depth = 0;

  constructor(file: string) {
    this.database = new DatabaseSync(file);
    this.database.exec(TABLES);
  }

  sql(text: string): StatementSync {
    let statement = this.statements.get(text);
    if (!statement) this.statements.set(text, (statement = this.database.prepare(text)));
    return statement;
  }

  /** All or nothing; one inside another belongs to the outer one. */
  transaction<T>(work: () => T): T {
    if (this.depth > 0) return work();
    this.database.exec('begin immediate');
    this.depth += 1;
    try {
      const result = work();
      this.database.exec('commit');
      return result;
    } catch (error) {
      this.database.exec('rollback');
      throw error;
    } finally {
      this.depth -= 1;
    }
  }

  find<K extends Kind>(kind: K, id: string): Kinds[K] | undefined {
    const row = this.sql('select json from objects where id = ? and kind = ?').get(id, kind);
    return row && (JSON.parse(String(row['json'])) as Kinds[K]);
  }

  /** Throws where it must be there: our books would be wrong. */
  the<K extends Kind>(kind: K, id: string): Kinds[K] {
    const found = this.find(kind, id);
    if (!found) throw new Error(`the books hold no ${kind} ${id}`);
    return found;
  }

  byId(id: string): Kept | undefined {
    const row = this.sql('select json from objects where id = ?').get(id);
    return row && (JSON.parse(String(row['json'])) as Kept);
  }

  /** As Stripe lists: what was made last comes first. The owner is a customer, of payments their invoice. */
  newestFirst<K extends Kind>(kind: K, owner?: string): Kinds[K][] {
    const rows =
      owner === undefined
        ? this.sql('select json from objects where kind = ? order by seq desc').all(kind)
        : this.sql('select json from objects where kind = ? and owner = ? order by seq desc').all(
            kind,
            owner,
          );
    return rows.map((row) => JSON.parse(String(row['json'])) as Kinds[K]);
  }

  put<T extends Kept>(object: T): T {
    this.sql(
      `insert into objects (id, kind, owner, json) values (?, ?, ?, ?)
       on conflict (id) do update set json = excluded.json, owner = excluded.owner`,
    ).run(object.id, object.object, ownerOf(object), JSON.stringify(object));
    this.setDue(object);
    return object;
  }

  extra<K extends ExtraKind>(kind: K, id: string): Extras[K] {
    const row = this.sql('select extra from objects where id = ? and kind = ?').get(id, kind);
    if (typeof row?.['extra'] !== 'string') throw new Error(`the books hold nothing beside ${kind} ${id}`);
    return JSON.parse(row['extra']) as Extras[K];
  }

  putExtra<K extends ExtraKind>(kind: K, id: string, extra: Extras[K]): void {
    this.sql('update objects set extra = ? where id = ? and kind = ?').run(JSON.stringify(extra), id, kind);
    this.setDue(this.the(kind, id));
  }

  private setDue(object: Kept): void {
    const row = this.sql('select extra from objects where id = ?').get(object.id);
    const extra = typeof row?.['extra'] === 'string' ? (JSON.parse(row['extra']) as unknown) : undefined;
    this.sql('update objects set due = ? where id = ?').run(dueOf(object, extra), object.id);
  }

  /** What is to be done first, at the latest at `until`. */
  firstDue(until: number): { object: Kept; due: number } | undefined {
    const row = this.sql('select json, due from objects where due <= ? order by due, seq limit 1').get(until);
    return row && { object: JSON.parse(String(row['json'])) as Kept, due: Number(row['due']) };
  }

  note<T>(name: string): T | undefined {
    const row = this.sql('select json from notes where name = ?').get(name);
    return row && (JSON.parse(String(row['json'])) as T);
  }

  setNote(name: string, value: unknown): void {
    this.sql(
      'insert into notes (name, json) values (?, ?) on conflict (name) do update set json = excluded.json',
    ).run(name, JSON.stringify(value));
  }

  /** Another port than last time: what is still to be opened must lead here. Events stay what they were. */
  moveAddresses(url: string): void {
    const before = this.note<string>('url');
    if (before !== undefined && before !== url)
      this.sql(
        `update objects set json = replace(json, ?, ?)
         where kind in ('checkout.session', 'billing_portal.session', 'invoice', 'payment_intent')`,
      ).run(`"${before}/`, `"${url}/`);
    this.setNote('url', url);
  }

  close(): void {
    this.statements.clear();
    this.database.close();
  }
}

function ownerOf(object: Kept): string | null {
  if (object.object === 'invoice_payment') return idOf(object.invoice);
  return 'customer' in object && typeof object.customer === 'string' ? object.customer : null;
}
