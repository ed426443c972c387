import streamsMessages from '@eventstore/db-client/generated/streams_pb.js';
import type { Fault, FaultyCall } from './fault.js';

const { AppendReq, AppendResp, BatchAppendReq, BatchAppendResp } = streamsMessages;
const { DeleteReq, DeleteResp, ReadReq, ReadResp, TombstoneReq, TombstoneResp } = streamsMessages;

export function throughRequest(fault: Fault, call: FaultyCall, message: Buffer): Uint8Array[] {
  if (call.method === 'Read') {
    const request = ReadReq.deserializeBinary(message);
    call.read = request;
    fault.read?.(request, call);
    return [request.serializeBinary()];
  }
  if (call.method === 'BatchAppend' && fault.append)
    return fault
      .append(BatchAppendReq.deserializeBinary(message), call)
      .map((sent) => sent.serializeBinary());
  if (call.method === 'Append' && fault.appendUnary)
    return fault
      .appendUnary(AppendReq.deserializeBinary(message), call)
      .map((sent) => sent.serializeBinary());
  if ((call.method === 'Delete' || call.method === 'Tombstone') && fault.remove) {
    const request = (call.method === 'Delete' ? DeleteReq : TombstoneReq).deserializeBinary(message);
    fault.remove(request);
    return [request.serializeBinary()];
  }
  return [message];
}

export function throughResponse(fault: Fault, call: FaultyCall, message: Buffer): (Uint8Array | 'abort')[] {
  if (call.method === 'Read' && fault.answer)
    return fault
      .answer(ReadResp.deserializeBinary(message), call)
      .map((sent) => (sent === 'abort' ? sent : sent.serializeBinary()));
  if (call.method === 'BatchAppend' && fault.appended)
    return fault
      .appended(BatchAppendResp.deserializeBinary(message), call)
      .map((sent) => sent.serializeBinary());
  if (call.method === 'Append' && fault.appendedUnary) {
    const answer = AppendResp.deserializeBinary(message);
    fault.appendedUnary(answer, call);
    return [answer.serializeBinary()];
  }
  if ((call.method === 'Delete' || call.method === 'Tombstone') && fault.removed) {
    const answer = (call.method === 'Delete' ? DeleteResp : TombstoneResp).deserializeBinary(message);
    fault.removed(answer);
    return [answer.serializeBinary()];
  }
  return [message];
}
