import sharedMessages, { type UUID } from '@eventstore/db-client/generated/shared_pb.js';
import streamsMessages, {
  type BatchAppendReq,
  type BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import timestampMessages from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { EventLogUnavailable, InvalidEvent, StreamDeleted, WrongExpectedRevision } from '../errors.js';
import type { AppendResult, ExpectedRevision } from '../event-log.js';
import type { EncodedEvent } from '../codec/stored-event.js';

export interface AppendRequest {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly EncodedEvent[];
}

/** The one message that carries a whole append: it is at most 1 MiB, so it never needs a second. */
export function appendMessage(
  request: AppendRequest,
  correlationId: string,
  deadlineMs: number,
): BatchAppendReq {
  const identifier = new sharedMessages.StreamIdentifier();
  identifier.setStreamName(Buffer.from(request.stream, 'utf8'));
  const options = new streamsMessages.BatchAppendReq.Options();
  options.setStreamIdentifier(identifier);
  options.setDeadline(timestampMessages.Timestamp.fromDate(new Date(Date.now() + deadlineMs)));
  if (request.expected === 'any') options.setAny(new sharedMessages.Empty());
  else if (request.expected === 'no-stream') options.setNoStream(new sharedMessages.Empty());
  else if (request.expected === 'stream-exists') options.setStreamExists(new sharedMessages.Empty());
  else options.setStreamPosition(String(request.expected));

  const message = new streamsMessages.BatchAppendReq();
  message.setCorrelationId(uuidMessage(correlationId));
  message.setOptions(options);
  message.setProposedMessagesList(request.events.map(proposedMessage));
  message.setIsFinal(true);
  return message;
}

function proposedMessage(event: EncodedEvent): BatchAppendReq.ProposedMessage {
  const proposed = new streamsMessages.BatchAppendReq.ProposedMessage();
  proposed.setId(uuidMessage(event.id));
  proposed.getMetadataMap().set('type', event.type).set('content-type', 'application/json');
  proposed.setData(event.data);
  proposed.setCustomMetadata(event.metadata);
  return proposed;
}

function uuidMessage(text: string): UUID {
  const uuid = new sharedMessages.UUID();
  uuid.setString(text);
  return uuid;
}

/** The append that an answer belongs to. Servers send the id as text or as two 64-bit halves. */
export function correlationOf(answer: BatchAppendResp): string {
  const uuid = answer.getCorrelationId();
  const halves = uuid?.getStructured();
  if (!halves) return uuid?.getString() ?? '';
  const hex = [halves.getMostSignificantBits(), halves.getLeastSignificantBits()]
    .map((half) => BigInt.asUintN(64, BigInt(half)).toString(16).padStart(16, '0'))
    .join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * What the server answered to an append.
 * @throws WrongExpectedRevision, StreamDeleted, InvalidEvent; EventLogUnavailable for what it could not do in time.
 */
export function resultOf(answer: BatchAppendResp, request: AppendRequest): AppendResult {
  const success = answer.getSuccess();
  if (!success) throw refusalOf(answer, request);
  const position = success.getPosition();
  if (!position) throw new EventLogUnavailable(`the store gave no position for ${request.stream}`);
  return { revision: Number(success.getCurrentRevision()), position: BigInt(position.getCommitPosition()) };
}

function refusalOf(answer: BatchAppendResp, { stream, expected }: AppendRequest): Error {
  const status = answer.getError();
  const details = status?.getDetails();
  const kind = details?.getTypeName().replace('event_store.client.', '');
  switch (kind) {
    case 'WrongExpectedVersion': {
      const found = sharedMessages.WrongExpectedVersion.deserializeBinary(details?.getValue_asU8() ?? empty);
      const actual = found.hasCurrentStreamRevision() ? found.getCurrentStreamRevision() : 'no-stream';
      return new WrongExpectedRevision(stream, String(expected), actual);
    }
    case 'StreamDeleted':
      return new StreamDeleted(stream);
    case 'MaximumAppendSizeExceeded':
      return new InvalidEvent(`the append to ${stream} is larger than the store takes`);
    case 'BadRequest':
      return new InvalidEvent(`the store refuses the append to ${stream}: ${status?.getMessage() ?? ''}`);
    case undefined:
    default: {
      const why = [kind, status?.getMessage()].filter(Boolean).join(': ');
      return new EventLogUnavailable(`the store could not append to ${stream}: ${why || 'no reason given'}`);
    }
  }
}

const empty = new Uint8Array();
