import type { StatementSync } from 'node:sqlite';
import type { EventFile } from './event-file.js';
import { columns } from './streams.js';

const REMEMBERED = 10_000;

/** Event types are stored once and referred to by number. */
export class EventTypes {
  private readonly refs = new Map<string, number>();
  private readonly names = new Map<number, string>();
  private readonly selectRef: StatementSync;
  private readonly selectName: StatementSync;
  private readonly insert: StatementSync;

  constructor(file: EventFile) {
    this.selectRef = file.prepare('select ref from event_types where name = ?');
    this.selectName = file.prepare('select name from event_types where ref = ?');
    this.insert = file.prepare('insert into event_types (name) values (?)');
  }

  /** The number of a type about to be written; gives it one if it has none. */
  refFor(name: string): number {
    const known = this.refs.get(name);
    if (known !== undefined) return known;
    const bytes = Buffer.from(name, 'utf8');
    const stored = columns(this.selectRef.get(bytes))?.[0];
    const ref = typeof stored === 'number' ? stored : Number(this.insert.run(bytes).lastInsertRowid);
    this.remember(ref, name);
    return ref;
  }

  nameOf(ref: number): string {
    const known = this.names.get(ref);
    if (known !== undefined) return known;
    const row = columns(this.selectName.get(ref));
    const name = Buffer.from(row?.[0] as Uint8Array).toString('utf8');
    this.remember(ref, name);
    return name;
  }

  /** After a rollback what is remembered may never have been stored. */
  forgetAll(): void {
    this.refs.clear();
    this.names.clear();
  }

  private remember(ref: number, name: string): void {
    if (this.refs.size >= REMEMBERED) this.forgetAll();
    this.refs.set(name, ref);
    this.names.set(ref, name);
  }
}
