import {
  checkedEvents,
  checkedStream,
  MAX_APPEND_BYTES,
  sizeOf,
  type AppendOutcome,
  type ProposedEvent,
} from '../appending/append.js';
import { WriteTooLate, type GroupCommit } from '../appending/group-commit.js';
import type { GrpcCall } from '../grpc/grpc-call.js';
import { GrpcError, GrpcStatus, maximumAppendSizeExceeded, streamDeleted } from '../grpc/grpc-error.js';
import {
  readAppendPart,
  readBatchAppendPart,
  type AppendTarget,
  type BatchAppendPart,
} from '../messages/append-requests.js';
import {
  appendResponse,
  batchAppendFailure,
  batchAppendResponse,
  type AnsweredAppend,
} from '../messages/append-responses.js';
import { MalformedMessage } from '../protobuf/wire-reader.js';

/** An append while its parts arrive. Once it is too large its events are let go: it will be refused anyway. */
class ArrivingAppend {
  private events: ProposedEvent[] = [];
  private bytes = 0;

  constructor(readonly target: AppendTarget) {}

  get isTooLarge(): boolean {
    return this.bytes > MAX_APPEND_BYTES;
  }

  add(events: readonly ProposedEvent[]): void {
    for (const event of events) {
      this.bytes += sizeOf(event);
      this.events.push(event);
    }
    if (this.isTooLarge) this.events = [];
  }

  /** Resolves after the commit. Rejects with GrpcError for a bad stream or event. */
  async write(commits: GroupCommit, deadlineMs: number | undefined): Promise<AppendOutcome> {
    const stream = checkedStream(this.target.stream);
    const events = checkedEvents(this.events);
    return commits.write((writer) => writer.append(stream, this.target.expected, events), deadlineMs);
  }
}

/** The unary Append: options, then one message an event, then the answer. */
export function handleAppend(call: GrpcCall, commits: GroupCommit): void {
  let append: ArrivingAppend | undefined;
  call.receive(
    (message) => {
      const part = readAppendPart(message);
      if ('target' in part) append = new ArrivingAppend(part.target);
      else if (append === undefined) throw new MalformedMessage('an event came before the options');
      else append.add([part.event]);
    },
    () => {
      if (append === undefined) throw new MalformedMessage('an append came without options');
      if (append.isTooLarge) throw maximumAppendSizeExceeded(MAX_APPEND_BYTES);
      const { stream } = append.target;
      append.write(commits, call.deadlineMs).then(
        (outcome) => {
          if (outcome.kind === 'stream-deleted') call.fail(streamDeleted(stream));
          else call.end(appendResponse(outcome));
        },
        (cause: unknown) => {
          if (cause instanceof WriteTooLate)
            call.fail(new GrpcError(GrpcStatus.DeadlineExceeded, 'the append came too late'));
          else call.failWith(cause);
        },
      );
    },
  );
}

/** Appends under way at most in one BatchAppend stream before their last part: a client that never ends one cannot fill the memory. */
const MAX_UNFINISHED = 1_000;

/** BatchAppend: one stream for all appends of a client, each answered once under its correlation id, in any order. */
export function handleBatchAppend(call: GrpcCall, commits: GroupCommit): void {
  const unfinished = new Map<string, ArrivingAppend>();
  let unanswered = 0;
  let hasEnded = false;
  const answer = (response: Buffer): void => {
    unanswered--;
    call.write(response);
    if (hasEnded && unanswered === 0) call.end();
  };
  call.receive(
    (message) => {
      const part = readBatchAppendPart(message);
      const append = arriving(unfinished, part);
      append.add(part.events);
      if (!part.isFinal) return;
      unanswered++;
      finish(commits, part, append, answer);
    },
    () => {
      hasEnded = true;
      if (unanswered === 0) call.end();
    },
  );
}

function arriving(unfinished: Map<string, ArrivingAppend>, part: BatchAppendPart): ArrivingAppend {
  // An append that comes in one message, as nearly all do, is never looked up.
  if (part.target !== undefined && part.isFinal) return new ArrivingAppend(part.target);
  const key = part.correlation.toString('latin1');
  const known = unfinished.get(key);
  const append = known ?? (part.target === undefined ? undefined : new ArrivingAppend(part.target));
  if (append === undefined) throw new MalformedMessage('the first part of a batch append has no options');
  if (part.isFinal) unfinished.delete(key);
  else unfinished.set(key, append);
  if (unfinished.size > MAX_UNFINISHED) {
    throw new GrpcError(
      GrpcStatus.ResourceExhausted,
      `more than ${MAX_UNFINISHED} appends are waiting for their last part`,
    );
  }
  return append;
}

function finish(
  commits: GroupCommit,
  part: BatchAppendPart,
  append: ArrivingAppend,
  answer: (response: Buffer) => void,
): void {
  const { stream, expected, deadlineMs } = append.target;
  // The message that the correlation is a view of may be large and must not live until the answer.
  const answered: AnsweredAppend = { correlation: Buffer.from(part.correlation), stream, expected };
  if (append.isTooLarge) {
    answer(batchAppendFailure(answered, 'too-large'));
    return;
  }
  append.write(commits, deadlineMs).then(
    (outcome) => {
      answer(batchAppendResponse(answered, outcome));
    },
    (cause: unknown) => {
      const failure = cause instanceof Error ? cause : new Error(String(cause));
      answer(batchAppendFailure(answered, failure instanceof WriteTooLate ? 'too-late' : failure));
    },
  );
}
