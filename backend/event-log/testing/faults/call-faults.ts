import sharedMessages from '@eventstore/db-client/generated/shared_pb.js';
import { randomUUID } from 'node:crypto';
import type { Fault, FaultyCall } from './fault.js';

const { Empty, UUID } = sharedMessages;
const DEADLINE_EXCEEDED = '4';
const INTERNAL = '13';
const UNIMPLEMENTED = '12';
const isUnary = (call: FaultyCall) => call.method === 'Append';

/** Ways to be wrong about calls as such, and about an append that has a call of its own. */
export const callFaults: readonly Fault[] = [
  {
    name: 'answers revisions one too high to an append in a call of its own',
    appendedUnary: (answer) => {
      const success = answer.getSuccess();
      if (success?.hasCurrentRevision())
        success.setCurrentRevision(String(BigInt(success.getCurrentRevision()) + 1n));
    },
  },
  {
    name: 'answers no place to an append in a call of its own',
    appendedUnary: (answer) => void answer.getSuccess()?.setNoPosition(new Empty()),
  },
  {
    name: 'loses all but the first event of an append in a call of its own',
    appendUnary: (request, call) => {
      if (!request.hasProposedMessage()) return [request];
      if (call.memory.has('first')) return [];
      call.memory.set('first', true);
      return [request];
    },
  },
  {
    name: 'takes every append in a call of its own, whatever it expects',
    appendUnary: (request) => {
      request.getOptions()?.setAny(new Empty());
      return [request];
    },
  },
  {
    name: 'knows no id of an append in a call of its own again',
    appendUnary: (request) => {
      const id = new UUID();
      id.setString(randomUUID());
      request.getProposedMessage()?.setId(id);
      return [request];
    },
  },
  {
    name: 'does not say why it refuses a call',
    trailers: ({ exception: _reason, ...rest }) => rest,
  },
  {
    name: 'is always too late for an append in a call of its own',
    trailers: (trailers, call) =>
      isUnary(call) ? { ...trailers, 'grpc-status': DEADLINE_EXCEEDED } : trailers,
  },
  {
    name: 'fails at what it does not offer',
    trailers: (trailers) =>
      trailers['grpc-status'] === UNIMPLEMENTED ? { ...trailers, 'grpc-status': INTERNAL } : trailers,
  },
  {
    name: 'takes the first piece of an append alone',
    append: (request) => (request.hasOptions() ? [request.setIsFinal(true)] : []),
  },
  {
    name: 'answers no place to a delete',
    removed: (answer) => void answer.setNoPosition(new Empty()),
  },
  {
    name: 'breaks an answer off behind its first megabyte',
    answer: (answer, call) => {
      const bytes = ((call.memory.get('bytes') as number | undefined) ?? 0) + answer.serializeBinary().length;
      call.memory.set('bytes', bytes);
      return bytes > 1_500_000 ? [] : [answer];
    },
  },
];
