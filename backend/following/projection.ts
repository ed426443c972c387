import type { EventType } from '../contracts/events/catalogue.js';
import type { AnyRecordedEvent } from '../event-log/event-log.js';

/**
 * The only thing a projection may touch: SQL inside the transaction that also moves the checkpoint.
 * Unqualified table names mean the tables of the build being written (search_path), so the same code
 * fills the live build and one that is being rebuilt beside it.
 */
export interface ProjectionSql {
  /** `$1`, `$2`… placeholders, sent natively: arrays arrive as PostgreSQL arrays for `unnest`. */
  run<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/**
 * Follower kind 1: events become rows. Each build of a projection owns a PostgreSQL schema of its own.
 * `apply` is called with events in the order of `$all`; applying the same batch twice must change nothing.
 */
export interface Projection {
  /** kebab-case; also the first part of the schema's name. */
  readonly name: string;
  /** Raise it whenever tables or meaning change: a new build then starts from the first event. */
  readonly version: number;
  readonly eventTypes: readonly EventType[];
  /** DDL of one build, unqualified. */
  readonly tables: string;
  /** Returns the keys that moved (keyword ids, crawl ids…) for the live updates of open pages. */
  apply(events: readonly AnyRecordedEvent[], sql: ProjectionSql): Promise<readonly string[]>;
}
