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

/** What the runner tells a projection beside the events. */
export interface ApplyContext {
  /** False for keys whose partition another projector process feeds: what an event means for them is not ours. */
  owns(key: string): boolean;
  /**
   * What this projection remembers between batches of rows that it wrote, so that it need not read them again. Emptied
   * whenever a batch failed or somebody else may have written; so it may be trusted as far as it goes.
   */
  readonly memory: Map<string, unknown>;
}

/** The context of the only process that feeds a projection. */
export function ownsAll(): ApplyContext {
  return { owns: () => true, memory: new Map() };
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
  /**
   * DDL that only makes reading faster (`create index if not exists …`), unqualified: a build that is made beside the
   * live one gets it once the past is read, because filling bare tables is faster. Must bear being run again.
   */
  readonly indexes?: string;
  /**
   * What an event changes (keyword ids, crawl ids…), by which several projector processes share the work: each key
   * belongs to one partition. Absent: the projection is one partition.
   */
  readonly keysOf?: (event: AnyRecordedEvent) => readonly string[];
  /** Returns the keys that moved (keyword ids, crawl ids…) for the live updates of open pages. */
  apply(
    events: readonly AnyRecordedEvent[],
    sql: ProjectionSql,
    context: ApplyContext,
  ): Promise<readonly string[]>;
}
