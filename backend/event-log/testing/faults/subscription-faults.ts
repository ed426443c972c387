import sharedMessages from '@eventstore/db-client/generated/shared_pb.js';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Fault, FaultyCall } from './fault.js';

const { Empty } = sharedMessages;
const isSubscription = (call: FaultyCall) => call.read?.getOptions()?.hasSubscription() === true;
const countOf = (call: FaultyCall) => {
  const count = ((call.memory.get('count') as number | undefined) ?? 0) + 1;
  call.memory.set('count', count);
  return count;
};
/** A fault in the events of a subscription, given the place of each in it (1 for the first). */
const inEvents = (
  name: string,
  change: (answer: ReadResp, nth: number) => (ReadResp | 'abort')[],
): Fault => ({
  name,
  answer: (answer, call) =>
    isSubscription(call) && answer.hasEvent() ? change(answer, countOf(call)) : [answer],
});

export const subscriptionFaults: readonly Fault[] = [
  {
    name: 'never says that a subscription caught up',
    answer: (answer) => (answer.hasCaughtUp() ? [] : [answer]),
  },
  {
    name: 'never confirms a subscription',
    answer: (answer) => (answer.hasConfirmation() ? [] : [answer]),
  },
  { name: 'gives no checkpoints', answer: (answer) => (answer.hasCheckpoint() ? [] : [answer]) },
  {
    name: 'gives checkpoints as often as it likes',
    read: (request) => {
      const filter = request.getOptions()?.getFilter();
      filter?.setMax(32);
      filter?.setCheckpointintervalmultiplier(1);
    },
  },
  {
    name: 'gives checkpoints before the events that they follow',
    answer: (answer, call) => {
      if (!isSubscription(call)) return [answer];
      const held = (call.memory.get('held') as ReadResp[] | undefined) ?? [];
      if (answer.hasEvent()) {
        call.memory.set('held', [...held, answer]);
        return [];
      }
      call.memory.set('held', []);
      return [answer, ...held];
    },
  },
  inEvents('gives the first event of a subscription twice', (answer, nth) =>
    nth === 1 ? [answer, answer] : [answer],
  ),
  inEvents('gives every second event of a subscription twice', (answer, nth) =>
    nth % 2 === 0 ? [answer, answer] : [answer],
  ),
  inEvents('loses every third event of a subscription', (answer, nth) => (nth % 3 === 0 ? [] : [answer])),
  inEvents('ends a subscription for lag after three events', (answer, nth) =>
    nth <= 3 ? [answer] : ['abort'],
  ),
  {
    name: 'begins a subscription with the event at the place given',
    read: (request) => {
      const options = request.getOptions();
      if (!options?.hasSubscription()) return;
      const stream = options.getStream();
      if (stream?.hasRevision()) {
        const revision = BigInt(stream.getRevision());
        if (revision === 0n) stream.setStart(new Empty());
        else stream.setRevision(String(revision - 1n));
      }
      const position = options.getAll()?.getPosition();
      position?.setCommitPosition(String(BigInt(position.getCommitPosition()) - 1n));
      position?.setPreparePosition(String(BigInt(position.getPreparePosition()) - 1n));
    },
  },
  {
    name: 'begins a subscription at the start of all',
    read: (request) => {
      const options = request.getOptions();
      if (!options?.hasSubscription()) return;
      options.getStream()?.setStart(new Empty());
      options.getAll()?.setStart(new Empty());
    },
  },
  {
    name: 'ignores the filter of a subscription',
    read: (request) => {
      const options = request.getOptions();
      if (options?.hasSubscription()) options.setNoFilter(new Empty());
    },
  },
];
