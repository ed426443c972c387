import sharedMessages from '@eventstore/db-client/generated/shared_pb.js';
import streamsMessages, { type ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Fault, FaultyCall } from './fault.js';

const { Empty } = sharedMessages;
const { FORWARDS, BACKWARDS } = streamsMessages.ReadReq.Options.ReadDirection;
const optionsOf = (call: FaultyCall) => call.read?.getOptions();
const isSubscription = (call: FaultyCall) => optionsOf(call)?.hasSubscription() === true;
const isOfAll = (call: FaultyCall) => optionsOf(call)?.hasAll() === true;
const recorded = (answer: ReadResp) => answer.getEvent()?.getEvent();

/** A fault that changes each recorded event on its way out. */
const changing = (
  name: string,
  change: (event: ReadResp.ReadEvent.RecordedEvent, call: FaultyCall) => void,
): Fault => ({
  name,
  answer: (answer, call) => {
    const event = recorded(answer);
    if (event) change(event, call);
    return [answer];
  },
});

export const readFaults: readonly Fault[] = [
  {
    name: 'loses the last event of each read',
    answer: (answer, call) => {
      if (isSubscription(call) || !recorded(answer)) return [answer];
      const before = call.memory.get('before') as ReadResp | undefined;
      call.memory.set('before', answer);
      return before ? [before] : [];
    },
  },
  {
    name: 'gives each event of a read twice',
    answer: (answer, call) => (isSubscription(call) || !recorded(answer) ? [answer] : [answer, answer]),
  },
  {
    name: 'ignores where a read of a stream begins',
    read: (request) => {
      const options = request.getOptions();
      if (options?.hasSubscription()) return;
      if (options?.getReadDirection() === FORWARDS) options.getStream()?.setStart(new Empty());
      else options?.getStream()?.setEnd(new Empty());
    },
  },
  {
    name: 'ignores how many events a read asks for',
    read: (request) => {
      const options = request.getOptions();
      if (options?.hasCount()) options.setCount('9007199254740991');
    },
  },
  {
    name: 'reads in the other direction',
    read: (request) => {
      const options = request.getOptions();
      if (options?.hasSubscription()) return;
      options?.setReadDirection(options.getReadDirection() === FORWARDS ? BACKWARDS : FORWARDS);
      for (const from of [options?.getStream(), options?.getAll()])
        if (from?.hasStart()) from.setEnd(new Empty());
        else if (from?.hasEnd()) from.setStart(new Empty());
    },
  },
  {
    name: 'reads a stream that never was as an empty one',
    answer: (answer) => (answer.hasStreamNotFound() ? [] : [answer]),
  },
  {
    name: 'fails where a stream is not found',
    answer: (answer, call) => {
      if (!answer.hasStreamNotFound()) return [answer];
      call.memory.set('failed', true);
      return [];
    },
    trailers: (trailers, call) =>
      call.memory.has('failed') ? { ...trailers, 'grpc-status': '13' } : trailers,
  },
  {
    name: 'ends a call that failed as if it had not',
    trailers: (trailers) => ({ ...trailers, 'grpc-status': '0' }),
  },
  changing('loses what is not ASCII', (event) =>
    event.setData(event.getData_asU8().map((byte) => (byte > 127 ? 63 : byte))),
  ),
  changing('loses metadata', (event) => void event.setCustomMetadata('')),
  changing('makes up metadata', (event) => {
    if (event.getCustomMetadata_asU8().length === 0) event.setCustomMetadata(Buffer.from('{}'));
  }),
  changing(
    'calls all data JSON',
    (event) => void event.getMetadataMap().set('content-type', 'application/json'),
  ),
  changing(
    'says that everything was written in the year 1',
    (event) => void event.getMetadataMap().set('created', '1'),
  ),
  changing('lower-cases the names of streams and types', (event) => {
    const name = Buffer.from(event.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();
    event.getStreamIdentifier()?.setStreamName(Buffer.from(name.toLowerCase()));
    const type = event.getMetadataMap().get('type') ?? '';
    if (!type.startsWith('observation')) event.getMetadataMap().set('type', type.toLowerCase());
  }),
  changing('changes what is unusual in a name', (event) => {
    const name = Buffer.from(event.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();
    event
      .getStreamIdentifier()
      ?.setStreamName(Buffer.from(name.replaceAll(/[^a-zA-Z0-9-]/g, '_').slice(0, 255)));
  }),
  changing('knows a prepare position of its own', (event) =>
    event.setPreparePosition(String(BigInt(event.getPreparePosition()) + 1n)),
  ),
  changing('knows other positions in $all than in a stream', (event, call) => {
    if (!isOfAll(call)) return;
    event.setCommitPosition(String(BigInt(event.getCommitPosition()) + 1n));
    event.setPreparePosition(String(BigInt(event.getPreparePosition()) + 1n));
  }),
  {
    name: 'ignores where a read of $all begins',
    read: (request) => {
      const options = request.getOptions();
      if (options?.hasSubscription()) return;
      if (options?.getReadDirection() === FORWARDS) options.getAll()?.setStart(new Empty());
      else options?.getAll()?.setEnd(new Empty());
    },
  },
  {
    name: 'leaves out the event at which a read begins',
    answer: (answer, call) => {
      if (isSubscription(call) || !recorded(answer) || call.memory.has('begun')) return [answer];
      call.memory.set('begun', true);
      return [];
    },
  },
  {
    name: 'is not there for reads of $all',
    answer: (answer, call) => (isOfAll(call) && !isSubscription(call) ? [] : [answer]),
    trailers: (trailers, call) =>
      isOfAll(call) && !isSubscription(call)
        ? { ...trailers, 'grpc-status': '14', 'grpc-message': 'away' }
        : trailers,
  },
];

export const deletionFaults: readonly Fault[] = [
  { name: 'tombstones for a soft delete', method: (method) => (method === 'Delete' ? 'Tombstone' : method) },
  { name: 'soft-deletes for a tombstone', method: (method) => (method === 'Tombstone' ? 'Delete' : method) },
  {
    name: 'deletes whatever is expected',
    remove: (request) => void request.getOptions()?.setAny(new Empty()),
  },
];
