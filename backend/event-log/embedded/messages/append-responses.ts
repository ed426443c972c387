import { frame } from '../grpc/frames.js';
import { GrpcError } from '../grpc/grpc-error.js';
import { EventFileUnwritable } from '../storage/file-errors.js';
import { bytesField, textField, varintField } from '../protobuf/wire-writer.js';
import { MAX_APPEND_BYTES, type AppendOutcome, type ExpectedRevision } from '../appending/append.js';

type Appended = Extract<AppendOutcome, { kind: 'appended' }>;
type WrongExpectedRevision = Extract<AppendOutcome, { kind: 'wrong-expected-revision' }>;

const PACKAGE = 'event_store.client';
const EMPTY = Buffer.alloc(0);
/** google.rpc codes, as EventStoreDB puts them beside the details. */
const Code = {
  InvalidArgument: 3,
  DeadlineExceeded: 4,
  AlreadyExists: 6,
  ResourceExhausted: 8,
  FailedPrecondition: 9,
  Unknown: 2,
} as const;

const position = (field: number, at: number): Buffer =>
  bytesField(field, varintField(1, at), varintField(2, at));

const success = (field: number, outcome: Appended): Buffer =>
  bytesField(field, varintField(1, outcome.revision), position(3, outcome.position));

/** The fields of an expectation, whose numbers differ from message to message. */
function expectation(
  expected: ExpectedRevision,
  fields: { readonly exact: number; readonly any: number; readonly exists: number; readonly none: number },
): Buffer {
  if (expected === 'any') return bytesField(fields.any);
  if (expected === 'stream-exists') return bytesField(fields.exists);
  if (expected === 'no-stream') return bytesField(fields.none);
  return varintField(fields.exact, expected);
}

/** Framed AppendResp. */
export function appendResponse(outcome: Appended | WrongExpectedRevision): Buffer {
  if (outcome.kind === 'appended') return frame(success(1, outcome));
  const actual = outcome.actual === undefined ? bytesField(7) : varintField(6, outcome.actual);
  const expected = expectation(outcome.expected, { exact: 8, any: 9, exists: 10, none: 11 });
  return frame(bytesField(2, actual, expected));
}

/** An append on the BatchAppend stream, as far as its answer repeats it. */
export interface AnsweredAppend {
  readonly correlation: Buffer;
  readonly stream: string;
  readonly expected: ExpectedRevision;
}

/** Framed BatchAppendResp for an append that was decided. */
export function batchAppendResponse(append: AnsweredAppend, outcome: AppendOutcome): Buffer {
  return answer(
    append,
    outcome.kind === 'appended' ? success(3, outcome) : bytesField(2, statusOf(append, outcome)),
  );
}

/** Framed BatchAppendResp for an append that could not be decided: too large, too late, malformed, or the store failed. */
export function batchAppendFailure(
  append: AnsweredAppend,
  failure: 'too-large' | 'too-late' | Error,
): Buffer {
  return answer(append, bytesField(2, failureStatus(failure)));
}

function answer(append: AnsweredAppend, result: Buffer): Buffer {
  return frame(
    bytesField(1, append.correlation),
    result,
    bytesField(4, textField(3, append.stream)),
    expectation(append.expected, { exact: 5, none: 6, any: 7, exists: 8 }),
  );
}

function statusOf(append: AnsweredAppend, outcome: Exclude<AppendOutcome, Appended>): Buffer {
  if (outcome.kind === 'stream-deleted') {
    const deleted = bytesField(1, textField(3, append.stream));
    return status(Code.FailedPrecondition, 'StreamDeleted', deleted);
  }
  const actual = outcome.actual === undefined ? bytesField(2) : varintField(1, outcome.actual);
  const expected = expectation(outcome.expected, { exact: 3, any: 4, exists: 5, none: 6 });
  return status(Code.AlreadyExists, 'WrongExpectedVersion', Buffer.concat([actual, expected]));
}

function failureStatus(failure: 'too-large' | 'too-late' | Error): Buffer {
  if (failure === 'too-large') {
    return status(Code.InvalidArgument, 'MaximumAppendSizeExceeded', varintField(1, MAX_APPEND_BYTES));
  }
  if (failure === 'too-late') return status(Code.DeadlineExceeded, 'Timeout', EMPTY);
  if (failure instanceof GrpcError) {
    const message = `BadRequest: ${failure.message}`;
    return status(Code.InvalidArgument, 'BadRequest', textField(1, failure.message), message);
  }
  // Of a detail that it does not know the client shows the message; of the protocol's own 'Unknown' it shows nothing.
  if (failure instanceof EventFileUnwritable)
    return status(Code.ResourceExhausted, 'DiskFull', EMPTY, failure.message);
  return status(Code.Unknown, 'Unknown', EMPTY, 'the event store could not write; its log says why');
}

function status(code: number, detail: string, body: Uint8Array, message = detail): Buffer {
  const any = [textField(1, `type.googleapis.com/${PACKAGE}.${detail}`), bytesField(2, body)];
  return Buffer.concat([varintField(1, code), textField(2, message), bytesField(3, ...any)]);
}
