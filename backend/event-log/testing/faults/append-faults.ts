import sharedMessages from '@eventstore/db-client/generated/shared_pb.js';
import type { BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import { randomUUID } from 'node:crypto';
import type { Fault } from './fault.js';

const { Empty, UUID } = sharedMessages;
const WHOLE_DATA_BYTES = 500_000;

function freshIds(request: BatchAppendReq): BatchAppendReq {
  for (const event of request.getProposedMessagesList()) {
    const id = new UUID();
    id.setString(randomUUID());
    event.setId(id);
  }
  return request;
}

export const appendFaults: readonly Fault[] = [
  {
    name: 'answers revisions one too high',
    appended: (answer) => {
      const success = answer.getSuccess();
      success?.setCurrentRevision(String(BigInt(success.getCurrentRevision()) + 1n));
      return [answer];
    },
  },
  {
    name: 'answers the same position to every append',
    appended: (answer) => {
      const position = answer.getSuccess()?.getPosition();
      position?.setCommitPosition('64');
      position?.setPreparePosition('64');
      return [answer];
    },
  },
  {
    name: 'stores the events of an append in reverse',
    append: (request) => [request.setProposedMessagesList(request.getProposedMessagesList().reverse())],
  },
  {
    name: 'takes every append, whatever it expects',
    append: (request) => {
      request.getOptions()?.setAny(new Empty());
      return [request];
    },
  },
  {
    name: 'takes the expectation of a stream for that of none',
    append: (request) => {
      const options = request.getOptions();
      if (options?.hasStreamExists()) options.setNoStream(new Empty());
      return [request];
    },
  },
  {
    name: 'counts expected revisions from one',
    append: (request) => {
      const options = request.getOptions();
      if (options?.hasStreamPosition())
        options.setStreamPosition(String(BigInt(options.getStreamPosition()) + 1n));
      return [request];
    },
  },
  {
    name: 'refuses to tell which revision it found',
    appended: (answer) => {
      const details = answer.getError()?.getDetails();
      if (!details?.getTypeName().endsWith('WrongExpectedVersion')) return [answer];
      const found = sharedMessages.WrongExpectedVersion.deserializeBinary(details.getValue_asU8());
      found.setCurrentStreamRevision('41');
      details.setValue(found.serializeBinary());
      return [answer];
    },
  },
  {
    name: 'stores at most 1,000 events of an append',
    append: (request) => [request.setProposedMessagesList(request.getProposedMessagesList().slice(0, 1_000))],
  },
  {
    name: 'stores each event of an append twice',
    append: (request) => {
      const events = request.getProposedMessagesList().flatMap((event) => [event, event]);
      return [request.setProposedMessagesList(events)];
    },
  },
  { name: 'knows no id again', append: (request) => [freshIds(request)] },
  {
    name: 'loses what is long',
    append: (request) => {
      for (const event of request.getProposedMessagesList())
        if (event.getData_asU8().length > WHOLE_DATA_BYTES) event.setData(Buffer.from('{"n":0}'));
      return [request];
    },
  },
  {
    name: 'calls every refusal unknown',
    appended: (answer) => {
      answer.getError()?.getDetails()?.setTypeUrl('type.googleapis.com/event_store.client.Unknown');
      return [answer];
    },
  },
];
