import { randomUUID } from 'node:crypto';
import { frame, MAX_REQUEST_BYTES } from '../grpc/frames.js';
import type { GrpcCall } from '../grpc/grpc-call.js';
import { bytesField, textField, varintField } from '../protobuf/wire-writer.js';

/** Times are told in ticks of 100 nanoseconds, a node's state as a number. */
const TICKS_PER_MS = 10_000;
const LEADER = 8;

const instanceId = randomUUID();

/** Gossip: a cluster of one, which leads. Clients with a discovering connection string ask this before anything else. */
export function handleGossip(call: GrpcCall): void {
  call.receive(
    () => undefined,
    () => {
      const { address, port } = call.localAddress;
      const member = bytesField(
        1,
        bytesField(1, textField(2, instanceId)),
        varintField(2, Date.now() * TICKS_PER_MS),
        varintField(3, LEADER),
        varintField(4, 1),
        bytesField(5, textField(1, address), varintField(2, port)),
      );
      call.end(frame(member));
    },
    MAX_REQUEST_BYTES,
  );
}
