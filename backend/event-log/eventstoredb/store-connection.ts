import { EventStoreDBClient } from '@eventstore/db-client';
import { EventLogUnavailable } from '../errors.js';
import { BatchAppendRoad } from './batch-append-road.js';
import { closeClient } from './client-doors.js';

/** One client with its append road. Once it failed it is retired and never used again. */
export interface StoreLine {
  readonly client: EventStoreDBClient;
  readonly road: BatchAppendRoad;
  /** A read that ends on a retired line was cut short: the client ends cancelled reads without an error. */
  retired: boolean;
}

/** Holds the one client in use and replaces it by a new one when it failed. */
export class StoreConnection {
  #line: StoreLine | undefined;
  #generation = 0;
  #closed = false;
  /** When an append stayed unanswered and none was answered since (milliseconds, monotonic). */
  #unansweredAt: number | undefined;
  readonly #retiring = new Set<Promise<void>>();

  constructor(
    private readonly connectionString: string,
    private readonly appendDeadlineMs: number,
    /** How long a read waits for its next answer. */
    readonly silenceMs: number,
    private readonly onTrouble: (error: Error) => void,
  ) {
    this.line(); // a connection string that cannot be read fails here, not at the first append
  }

  line(): StoreLine {
    if (this.#closed) throw new EventLogUnavailable('the event log is closed');
    this.#line ??= this.#newLine();
    return this.#line;
  }

  /** Nobody else needs to be told: the next call of `line` gives a new client. */
  retire(line: StoreLine, why: Error): void {
    if (line.retired) return;
    line.retired = true;
    if (this.#line === line) this.#line = undefined;
    line.road.lose(why instanceof EventLogUnavailable ? why : new EventLogUnavailable(why.message));
    const closing = closeClient(line.client)
      .catch((error: unknown) => this.onTrouble(error instanceof Error ? error : new Error(String(error))))
      .finally(() => this.#retiring.delete(closing));
    this.#retiring.add(closing);
    if (!this.#closed) this.onTrouble(why);
  }

  appendAnswered(): void {
    this.#unansweredAt = undefined;
  }

  /** True for one deadline's time after an append stayed unanswered, unless one was answered since. */
  get appendsStuck(): boolean {
    return this.#unansweredAt !== undefined && performance.now() - this.#unansweredAt < this.appendDeadlineMs;
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#line) this.retire(this.#line, new EventLogUnavailable('the event log was closed'));
    await Promise.all(this.#retiring);
  }

  #newLine(): StoreLine {
    const client = EventStoreDBClient.connectionString(
      ofGeneration(this.connectionString, this.#generation++),
    );
    const road = new BatchAppendRoad(client, this.appendDeadlineMs, (why, unanswered) => {
      if (unanswered) this.#unansweredAt = performance.now();
      this.retire(line, why);
    });
    const line: StoreLine = { client, road, retired: false };
    return line;
  }
}

/**
 * gRPC shares one socket, and its waiting time after failures (up to two minutes), among all clients of a process
 * whose settings are equal. A keep-alive time-out that is longer by a millisecond makes a replacement truly new.
 */
function ofGeneration(connectionString: string, generation: number): string {
  const given = /([?&]keepAliveTimeout=)(-?\d+)/i;
  if (given.test(connectionString))
    return connectionString.replace(given, (_all, key: string, timeoutMs: string) =>
      Number(timeoutMs) < 0 ? `${key}${timeoutMs}` : `${key}${Number(timeoutMs) + generation}`,
    );
  const separator = connectionString.includes('?') ? '&' : '?';
  return `${connectionString}${separator}keepAliveTimeout=${DEFAULT_KEEP_ALIVE_TIMEOUT_MS + generation}`;
}
const DEFAULT_KEEP_ALIVE_TIMEOUT_MS = 10_000;
