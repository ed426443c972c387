import type { EventFile } from '../storage/event-file.js';
import { EventFileUnwritable } from '../storage/file-errors.js';
import type { CommittedEvent, LogWriter } from './log-writer.js';

/** Nobody waits for the answer any more, so nothing was written. */
export class WriteTooLate extends Error {
  override readonly name = 'WriteTooLate';
}

interface WaitingWrite {
  readonly perform: (writer: LogWriter) => void;
  readonly answer: () => void;
  readonly reject: (cause: Error) => void;
  readonly deadlineMs: number | undefined;
}

/**
 * The one writer. Writes that arrive in one turn of the event loop are committed together and answered after the commit: one
 * synchronisation of the disk serves them all, and since nothing is written beside it, `$all` has no gaps.
 */
export class GroupCommit {
  private waiting: WaitingWrite[] = [];
  private scheduled: NodeJS.Immediate | undefined;
  private isFull = false;
  private readonly listeners = new Set<(events: readonly CommittedEvent[]) => void>();

  constructor(
    private readonly file: EventFile,
    private readonly writer: LogWriter,
    private readonly reportFault: (fault: unknown) => void,
  ) {}

  /**
   * Performs a write with the next group. Resolves after it is durable.
   * Rejects with WriteTooLate after the deadline (epoch ms), EventFileUnwritable when the disk is full,
   * or with another reason why the group could not be stored.
   */
  write<T>(perform: (writer: LogWriter) => T, deadlineMs?: number): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let result: T;
      this.waiting.push({
        perform: (writer) => {
          result = perform(writer);
        },
        answer: () => {
          resolve(result);
        },
        reject,
        deadlineMs,
      });
      this.scheduled ??= setImmediate(() => {
        this.flush();
      });
    });
  }

  /** Calls the listener after each commit with what it stored; the result ends that. */
  onCommitted(listener: (events: readonly CommittedEvent[]) => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** Commits at once what is waiting. */
  flush(): void {
    clearImmediate(this.scheduled);
    this.scheduled = undefined;
    const group = this.stillAwaited();
    if (group.length === 0) return;
    try {
      this.file.transaction(() => {
        for (const write of group) write.perform(this.writer);
      });
    } catch (cause) {
      this.writer.forget();
      this.report(cause);
      const error = cause instanceof Error ? cause : new Error(String(cause));
      for (const write of group) write.reject(error);
      return;
    }
    this.isFull = false;
    const events = this.writer.takeWritten();
    for (const write of group) write.answer();
    if (events.length === 0) return;
    for (const listener of this.listeners) listener(events);
    this.file.prepareForMore();
  }

  /** A full disk is reported once, not at every append that finds it so: the report may lie on the same disk. */
  private report(cause: unknown): void {
    const isFull = cause instanceof EventFileUnwritable;
    if (!isFull || !this.isFull) this.reportFault(isFull ? cause.message : cause);
    this.isFull = isFull;
  }

  private stillAwaited(): WaitingWrite[] {
    const arrived = this.waiting;
    this.waiting = [];
    const now = Date.now();
    return arrived.filter((write) => {
      const isLate = write.deadlineMs !== undefined && write.deadlineMs < now;
      if (isLate) write.reject(new WriteTooLate());
      return !isLate;
    });
  }
}
