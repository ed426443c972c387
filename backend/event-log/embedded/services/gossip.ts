import { randomUUID } from 'node:crypto';
import gossipMessages from '@eventstore/db-client/generated/gossip_pb.js';
import sharedMessages from '@eventstore/db-client/generated/shared_pb.js';
import { frame } from '../grpc/frames.js';
import type { GrpcCall } from '../grpc/grpc-call.js';

const instanceId = randomUUID();

/** Gossip: a cluster of one, which leads. Clients with a discovering connection string ask this before anything else. */
export function handleGossip(call: GrpcCall): void {
  call.receive(
    () => undefined,
    () => {
      const { address, port } = call.localAddress;
      const endPoint = new gossipMessages.EndPoint();
      endPoint.setAddress(address);
      endPoint.setPort(port);
      const id = new sharedMessages.UUID();
      id.setString(instanceId);
      const member = new gossipMessages.MemberInfo();
      member.setInstanceId(id);
      member.setTimeStamp(`${Date.now()}0000`);
      member.setState(gossipMessages.MemberInfo.VNodeState.LEADER);
      member.setIsAlive(true);
      member.setHttpEndPoint(endPoint);
      const cluster = new gossipMessages.ClusterInfo();
      cluster.addMembers(member);
      call.end(frame(cluster.serializeBinary()));
    },
  );
}
