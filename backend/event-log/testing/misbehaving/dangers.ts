import statusMessages from '@eventstore/db-client/generated/status_pb.js';
import streamsMessages from '@eventstore/db-client/generated/streams_pb.js';
import anyMessages from 'google-protobuf/google/protobuf/any_pb.js';
import { constants } from 'node:http2';
import { setTimeout as delay } from 'node:timers/promises';
import { at, Danger, every, everLater, type Moment } from './danger.js';

const { NGHTTP2_CANCEL, NGHTTP2_INTERNAL_ERROR, NGHTTP2_NO_ERROR, NGHTTP2_REFUSED_STREAM } = constants;
const { BatchAppendReq, BatchAppendResp } = streamsMessages;
/** Codes of gRPC. */
const Status = { OK: 0, CANCELLED: 1, UNKNOWN: 2, DEADLINE: 4, ABORTED: 10, INTERNAL: 13, UNAVAILABLE: 14 };
/** Later than the deadlines of those who wait for it. */
const LATE_MS = 3_000;
const LAG = 'Consumer too slow to handle event while live. Client resubscription required.';
const resets: readonly (readonly [string, number])[] = [
  ['CANCEL', NGHTTP2_CANCEL],
  ['INTERNAL_ERROR', NGHTTP2_INTERNAL_ERROR],
  ['NO_ERROR', NGHTTP2_NO_ERROR],
  ['REFUSED_STREAM', NGHTTP2_REFUSED_STREAM],
];

/** What can go wrong with an append before the store hears of it, or after it was stored. `now` says at which one. */
export const appendDangers = (now: Moment = every(5), silent: Moment = at(3, 9)): readonly Danger[] => [
  new Danger('answers an append twice', 'answer', 'append', now, (answer, call) => {
    call.toClient(answer);
    call.toClient(answer);
  }),
  new Danger('answers an append again as failed, a while later', 'answer', 'append', now, (answer, call) => {
    call.toClient(answer);
    void delay(30).then(() => call.toClient(timedOut(answer)));
  }),
  new Danger('says that an append timed out which is stored', 'answer', 'append', now, (answer, call) =>
    call.toClient(timedOut(answer)),
  ),
  new Danger('stores an append and never answers it', 'answer', 'append', silent, () => undefined),
  new Danger('neither stores nor answers an append', 'request', 'append', silent, () => undefined),
  new Danger('answers an append after its deadline', 'answer', 'append', silent, (answer, call) => {
    void delay(LATE_MS).then(() => call.toClient(answer));
  }),
  new Danger('breaks the connection before an append is stored', 'request', 'append', now, (_, call) =>
    call.breakConnection(),
  ),
  new Danger('breaks the connection after an append is stored', 'answer', 'append', now, (_, call) =>
    call.breakConnection(),
  ),
  new Danger('says GOAWAY after an append is stored', 'answer', 'append', now, (_, call) => call.goAway()),
  new Danger('breaks off in the middle of an answer', 'answer', 'append', now, (answer, call) => {
    call.halfToClient(answer);
    call.breakConnection();
  }),
  new Danger('falls silent in the middle of an answer', 'answer', 'append', silent, (answer, call) => {
    call.halfToClient(answer);
    call.silence();
  }),
  new Danger('answers an append with garbage', 'answer', 'append', now, (_, call) =>
    call.garbageToClient(Buffer.from([0, 0, 0, 0, 4, 0xff, 0xff, 0xff, 0xff])),
  ),
  new Danger('announces an answer of 2 GB', 'answer', 'append', now, (_, call) =>
    call.garbageToClient(Buffer.from([0, 0x7f, 0xff, 0xff, 0xff, 1, 2, 3])),
  ),
  new Danger('ends the append stream as if all were well', 'request', 'append', now, (_, call) =>
    call.end(Status.OK),
  ),
  ...[Status.UNKNOWN, Status.DEADLINE, Status.INTERNAL, Status.UNAVAILABLE].flatMap((code) => [
    new Danger(`fails the append stream with status ${code}, unstored`, 'request', 'append', now, (_, call) =>
      call.end(code, 'Server Is Not Ready'),
    ),
    new Danger(`fails the append stream with status ${code}, stored`, 'answer', 'append', now, (_, call) =>
      call.end(code, 'Envelope callback expected Updated'),
    ),
  ]),
  ...resets.flatMap(([name, code]) => [
    new Danger(`resets the append stream with ${name}, unstored`, 'request', 'append', now, (_, call) =>
      call.reset(code),
    ),
    new Danger(`resets the append stream with ${name}, stored`, 'answer', 'append', now, (_, call) =>
      call.reset(code),
    ),
  ]),
];

/** What a real server does with known events in another order: it says nothing. */
export function silentAboutAnotherOrder(): Danger {
  const known = new Set<string>();
  const isKnown: Moment = () => true;
  return new Danger(
    'never answers known events in another order',
    'request',
    'append',
    isKnown,
    (message, call) => {
      const events = BatchAppendReq.deserializeBinary(message).getProposedMessagesList();
      const ids = events.map((event) => event.getId()?.getString() ?? '');
      const isRepeat = ids.every((id) => known.has(id));
      if (!isRepeat) call.toStore(message);
      for (const id of ids) known.add(id);
    },
  );
}

/** What can go wrong in the middle of a read. */
export const readDangers = (now: Moment = every(20), silent: Moment = at(3, 9)): readonly Danger[] => [
  new Danger('falls silent in the middle of a read', 'answer', 'read', silent, (_, call) => call.silence()),
  new Danger('never answers a read', 'request', 'read', silent, (_, call) => call.silence()),
  new Danger('breaks off in the middle of an event that is read', 'answer', 'read', now, (answer, call) => {
    call.halfToClient(answer);
    call.breakConnection();
  }),
  new Danger('reads garbage', 'answer', 'read', now, (_, call) =>
    call.garbageToClient(Buffer.from([0, 0, 0, 0, 4, 0xff, 0xff, 0xff, 0xff])),
  ),
  ...[Status.CANCELLED, Status.UNKNOWN, Status.ABORTED, Status.INTERNAL, Status.UNAVAILABLE].map(
    (code) =>
      new Danger(`fails a read with status ${code} in the middle`, 'answer', 'read', now, (_, call) =>
        call.end(code, 'Server Is Too Busy'),
      ),
  ),
  ...resets.map(
    ([name, code]) =>
      new Danger(`resets a read with ${name} in the middle`, 'answer', 'read', now, (_, call) =>
        call.reset(code),
      ),
  ),
];

/** What can go wrong with a subscription. */
export const subscriptionDangers = (
  now: Moment = everLater(8),
  silent: Moment = at(8, 20),
): readonly Danger[] => [
  new Danger('ends a subscription for lag', 'answer', 'subscription', now, (_, call) =>
    call.end(Status.ABORTED, LAG),
  ),
  new Danger('ends a subscription as if all were well', 'answer', 'subscription', now, (_, call) =>
    call.end(Status.OK),
  ),
  new Danger('never confirms a subscription', 'request', 'subscription', at(1), (_, call) => call.silence()),
  new Danger('falls silent in the middle of a subscription', 'answer', 'subscription', silent, (_, call) =>
    call.silence(),
  ),
  new Danger(
    'falls silent in the middle of an event',
    'answer',
    'subscription',
    at(8, 20),
    (answer, call) => {
      call.halfToClient(answer);
      call.silence();
    },
  ),
  new Danger('breaks off in the middle of an event', 'answer', 'subscription', now, (answer, call) => {
    call.halfToClient(answer);
    call.breakConnection();
  }),
  new Danger('delivers garbage', 'answer', 'subscription', now, (_, call) =>
    call.garbageToClient(Buffer.from([0, 0, 0, 0, 4, 0xff, 0xff, 0xff, 0xff])),
  ),
  new Danger('delivers an event twice', 'answer', 'subscription', now, (answer, call) => {
    call.toClient(answer);
    call.toClient(answer);
  }),
  new Danger('breaks the connection after an event', 'answer', 'subscription', now, (answer, call) => {
    call.toClient(answer);
    call.breakConnection();
  }),
  ...[Status.UNKNOWN, Status.INTERNAL, Status.UNAVAILABLE].map(
    (code) =>
      new Danger(`fails a subscription with status ${code}`, 'answer', 'subscription', now, (_, call) =>
        call.end(code, 'Operation timed out'),
      ),
  ),
  ...resets.map(
    ([name, code]) =>
      new Danger(`resets a subscription with ${name}`, 'answer', 'subscription', now, (_, call) =>
        call.reset(code),
      ),
  ),
];

/** In place of an answer: that the append timed out, which it may have done before or after it was stored. */
function timedOut(answer: Buffer): Uint8Array {
  const status = new statusMessages.Status();
  const details = new anyMessages.Any();
  details.setTypeUrl('type.googleapis.com/event_store.client.Timeout');
  status.setCode(Status.DEADLINE);
  status.setMessage('Timeout');
  status.setDetails(details);
  return BatchAppendResp.deserializeBinary(answer).setError(status).serializeBinary();
}
