import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
  DeleteReq,
  DeleteResp,
  ReadReq,
  ReadResp,
  TombstoneReq,
  TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { OutgoingHttpHeaders } from 'node:http2';

/** One gRPC call on its way through the faulty proxy. */
export interface FaultyCall {
  /** `BatchAppend`, `Read`, `Delete`, `Tombstone` … */
  readonly method: string;
  /** The request of a read or subscription. */
  read?: ReadReq;
  /** What a fault remembers from one message of the call to the next. */
  readonly memory: Map<string, unknown>;
}

/**
 * One way of being wrong. Each hook gets a message that it may change, and gives what is sent in its place:
 * nothing, it, or more than one; `abort` ends the call as a server does whose reader lags.
 */
export interface Fault {
  /** What the store does wrong, as a sentence without its subject. */
  readonly name: string;
  readonly method?: (method: string) => string;
  /** Soft deletes and tombstones. */
  readonly remove?: (request: DeleteReq | TombstoneReq) => void;
  readonly removed?: (answer: DeleteResp | TombstoneResp) => void;
  readonly append?: (request: BatchAppendReq, call: FaultyCall) => BatchAppendReq[];
  readonly appended?: (answer: BatchAppendResp, call: FaultyCall) => BatchAppendResp[];
  /** The messages of an append in a call of its own: its options, then one event each. */
  readonly appendUnary?: (request: AppendReq, call: FaultyCall) => AppendReq[];
  readonly appendedUnary?: (answer: AppendResp, call: FaultyCall) => void;
  readonly read?: (request: ReadReq, call: FaultyCall) => void;
  readonly answer?: (answer: ReadResp, call: FaultyCall) => (ReadResp | 'abort')[];
  readonly trailers?: (trailers: OutgoingHttpHeaders, call: FaultyCall) => OutgoingHttpHeaders;
}
