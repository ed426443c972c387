import { checkedStream, type ExpectedRevision } from '../appending/append.js';
import { WriteTooLate, type GroupCommit } from '../appending/group-commit.js';
import type { DeleteOutcome } from '../appending/log-writer.js';
import { frame, MAX_REQUEST_BYTES } from '../grpc/frames.js';
import type { GrpcCall } from '../grpc/grpc-call.js';
import { GrpcError, GrpcStatus, streamDeleted, wrongExpectedVersionOfDelete } from '../grpc/grpc-error.js';
import { readTarget, type AppendTarget } from '../messages/append-requests.js';
import { MalformedMessage, WireReader } from '../protobuf/wire-reader.js';
import { describedBy } from '../storage/places.js';
import { bytesField, varintField } from '../protobuf/wire-writer.js';

/** Delete (the stream may come back) and Tombstone (it may not): the same messages under two names. */
export function handleDelete(call: GrpcCall, commits: GroupCommit, how: 'soft-delete' | 'tombstone'): void {
  let target: AppendTarget | undefined;
  call.receive(
    (message) => {
      target = targetOf(message);
    },
    () => {
      if (target === undefined) throw new MalformedMessage('a delete came without options');
      const { expected } = target;
      const stream = checkedStream(target.stream);
      if (describedBy(stream) !== undefined) {
        throw new GrpcError(
          GrpcStatus.InvalidArgument,
          `${stream} holds metadata and cannot be deleted: delete the stream that it describes`,
        );
      }
      const deleted = commits.write(
        (writer) =>
          how === 'tombstone' ? writer.tombstone(stream, expected) : writer.softDelete(stream, expected),
        call.deadlineMs,
      );
      deleted.then(
        (outcome) => {
          answer(call, stream, expected, outcome);
        },
        (cause: unknown) => {
          if (cause instanceof WriteTooLate)
            call.fail(new GrpcError(GrpcStatus.DeadlineExceeded, 'the delete came too late'));
          else call.failWith(cause);
        },
      );
    },
    MAX_REQUEST_BYTES,
  );
}

function answer(call: GrpcCall, stream: string, expected: ExpectedRevision, outcome: DeleteOutcome): void {
  if (outcome.kind === 'stream-deleted') call.fail(streamDeleted(stream));
  else if (outcome.kind === 'wrong-expected-revision') {
    call.fail(wrongExpectedVersionOfDelete(stream, versionOf(expected), outcome.actual));
  } else {
    const position = bytesField(1, varintField(1, outcome.position), varintField(2, outcome.position));
    call.end(frame(position));
  }
}

function targetOf(message: Buffer): AppendTarget | undefined {
  const reader = new WireReader(message);
  let target: AppendTarget | undefined;
  while (reader.next()) {
    if (reader.field === 1) target = readTarget(reader.message(), 'a delete');
    else reader.skip();
  }
  return target;
}

/** EventStoreDB's numbers for expectations, as its delete errors tell them. */
const NAMED_VERSIONS = { 'no-stream': -1, any: -2, 'stream-exists': -4 } as const;

const versionOf = (expected: ExpectedRevision): number =>
  typeof expected === 'number' ? expected : NAMED_VERSIONS[expected];
