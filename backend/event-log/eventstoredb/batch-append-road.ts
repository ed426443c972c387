import type { EventStoreDBClient } from '@eventstore/db-client';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { randomUUID } from 'node:crypto';
import { EventLogUnavailable } from '../errors.js';
import type { AppendResult } from '../event-log.js';
import { appendMessage, correlationOf, resultOf, type AppendRequest } from './batch-append-messages.js';
import { openBatchAppend, type BatchAppendCall } from './client-doors.js';

interface WaitingAppend {
  readonly request: AppendRequest;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: Error) => void;
  readonly deadline: NodeJS.Timeout;
}

/**
 * Appends over one BatchAppend stream of the client's connection, many in flight.
 *
 * The client's own `appendToStream` takes the same road, but keeps its waiting appends in one map for all clients of
 * a process and throws where nobody can catch it when an answer has no entry there (a second answer; an answer after
 * another client's stream broke); appends queued behind a full socket reject unheard when the server goes away; and
 * an append that the server never answers waits for ever. Here each road has its own map, a stray answer is
 * passed over, and every append has a deadline.
 */
export class BatchAppendRoad {
  readonly #waiting = new Map<string, WaitingAppend>();
  #call: Promise<BatchAppendCall> | undefined;
  #lost: Error | undefined;

  constructor(
    private readonly client: EventStoreDBClient,
    private readonly deadlineMs: number,
    /** Told once, when the stream broke or an append stayed unanswered: this road takes no more. */
    private readonly onLost: (why: EventLogUnavailable, unanswered: boolean) => void,
  ) {}

  append(request: AppendRequest): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      if (this.#lost) {
        reject(this.#lost);
        return;
      }
      const correlationId = randomUUID();
      const late = `no answer within ${this.deadlineMs} ms to the append to ${request.stream}`;
      const deadline = setTimeout(() => this.lose(new EventLogUnavailable(late), true), this.deadlineMs);
      this.#waiting.set(correlationId, { request, resolve, reject, deadline });
      this.#call ??= this.#open();
      this.#call.then(
        // The road may have been lost while the call was being opened.
        (call) => {
          if (this.#waiting.has(correlationId))
            call.write(appendMessage(request, correlationId, this.deadlineMs));
        },
        (cause: unknown) => this.lose(unavailable(cause)),
      );
    });
  }

  /** Gives up: every append that waits may or may not be stored. */
  lose(why: EventLogUnavailable, unanswered = false): void {
    if (this.#lost) return;
    this.#lost = why;
    for (const { reject, deadline } of this.#waiting.values()) {
      clearTimeout(deadline);
      reject(why);
    }
    this.#waiting.clear();
    this.#call?.then(
      (call) => call.cancel(),
      () => undefined, // it never opened: there is nothing to cancel
    );
    this.onLost(why, unanswered);
  }

  async #open(): Promise<BatchAppendCall> {
    const call = await openBatchAppend(this.client);
    call.on('data', (answer: BatchAppendResp) => this.#settle(answer));
    call.on('error', (cause) => this.lose(unavailable(cause)));
    call.on('end', () => this.lose(new EventLogUnavailable('the store ended the append stream')));
    return call;
  }

  #settle(answer: BatchAppendResp): void {
    const correlationId = correlationOf(answer);
    const append = this.#waiting.get(correlationId);
    if (!append) return; // a second answer to the same append
    this.#waiting.delete(correlationId);
    clearTimeout(append.deadline);
    try {
      append.resolve(resultOf(answer, append.request));
    } catch (error) {
      append.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }
}

function unavailable(cause: unknown): EventLogUnavailable {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new EventLogUnavailable(`the connection for appends was lost: ${message}`, { cause });
}
