import { MAX_APPEND_BYTES } from '../appending/append.js';
import { WriteTooLate, type GroupCommit } from '../appending/group-commit.js';
import type { GrpcCall } from '../grpc/grpc-call.js';
import { GrpcError, GrpcStatus, maximumAppendSizeExceeded, streamDeleted } from '../grpc/grpc-error.js';
import { readAppendPart, readBatchAppendPart, type BatchAppendPart } from '../messages/append-requests.js';
import {
  appendResponse,
  batchAppendFailure,
  batchAppendResponse,
  type AnsweredAppend,
} from '../messages/append-responses.js';
import { MalformedMessage } from '../protobuf/wire-reader.js';
import { ArrivingAppend } from './arriving-append.js';
import { UnfinishedAppends } from './unfinished-appends.js';

/** The unary Append: options, then one message an event, then the answer. */
export function handleAppend(call: GrpcCall, commits: GroupCommit): void {
  let append: ArrivingAppend | undefined;
  call.receive(
    (message) => {
      const part = readAppendPart(message);
      if ('target' in part) append = new ArrivingAppend(part.target);
      else if (append === undefined) throw new MalformedMessage('an event came before the options');
      else append.add([part.event], message.length);
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

/** BatchAppend: one stream for all appends of a client, each answered once under its correlation id, in any order. */
export function handleBatchAppend(call: GrpcCall, commits: GroupCommit): void {
  const unfinished = new UnfinishedAppends();
  let unanswered = 0;
  let hasEnded = false;
  let ready: Buffer[] = [];
  const send = (): void => {
    call.write(Buffer.concat(ready));
    ready = [];
    if (hasEnded && unanswered === 0) call.end();
  };
  const answer = (response: Buffer): void => {
    unanswered--;
    // The answers to all that was committed together leave together.
    if (ready.length === 0) process.nextTick(send);
    ready.push(response);
  };
  call.receive(
    (message) => {
      const part = readBatchAppendPart(message);
      const append = unfinished.take(part, message.length);
      if (append === undefined) return;
      unanswered++;
      finish(commits, part, append, answer);
    },
    () => {
      hasEnded = true;
      if (unanswered === 0 && ready.length === 0) call.end();
    },
  );
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
