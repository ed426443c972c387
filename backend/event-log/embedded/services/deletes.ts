import streamsMessages from '@eventstore/db-client/generated/streams_pb.js';
import type { DeleteReq, TombstoneReq } from '@eventstore/db-client/generated/streams_pb.js';
import { checkedStream, type ExpectedRevision } from '../appending/append.js';
import { WriteTooLate, type GroupCommit } from '../appending/group-commit.js';
import type { DeleteOutcome } from '../appending/log-writer.js';
import { frame } from '../grpc/frames.js';
import type { GrpcCall } from '../grpc/grpc-call.js';
import { GrpcError, GrpcStatus, streamDeleted, wrongExpectedVersionOfDelete } from '../grpc/grpc-error.js';
import { MalformedMessage } from '../protobuf/wire-reader.js';
import { describedBy } from '../storage/places.js';
import { bytesField, varintField } from '../protobuf/wire-writer.js';

type Options = DeleteReq.Options | TombstoneReq.Options;

/** Delete (the stream may come back) and Tombstone (it may not): the same messages under two names. */
export function handleDelete(call: GrpcCall, commits: GroupCommit, how: 'soft-delete' | 'tombstone'): void {
  let options: Options | undefined;
  call.receive(
    (message) => {
      options = optionsOf(message, how);
    },
    () => {
      if (options === undefined) throw new MalformedMessage('a delete came without options');
      const name = Buffer.from(options.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');
      const stream = checkedStream(name);
      if (describedBy(stream) !== undefined) {
        throw new GrpcError(
          GrpcStatus.InvalidArgument,
          `${stream} holds metadata and cannot be deleted: delete the stream that it describes`,
        );
      }
      const expected = expectedOf(options);
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

function optionsOf(message: Buffer, how: 'soft-delete' | 'tombstone'): Options | undefined {
  const { DeleteReq, TombstoneReq } = streamsMessages;
  try {
    return (how === 'tombstone' ? TombstoneReq : DeleteReq).deserializeBinary(message).getOptions();
  } catch (cause) {
    throw new MalformedMessage(`a delete request does not parse: ${String(cause)}`);
  }
}

function expectedOf(options: Options): ExpectedRevision {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasStreamExists()) return 'stream-exists';
  return Number(options.getRevision());
}

/** EventStoreDB's numbers for expectations, as its delete errors tell them. */
const NAMED_VERSIONS = { 'no-stream': -1, any: -2, 'stream-exists': -4 } as const;

const versionOf = (expected: ExpectedRevision): number =>
  typeof expected === 'number' ? expected : NAMED_VERSIONS[expected];
