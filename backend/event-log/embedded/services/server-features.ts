import featuresMessages from '@eventstore/db-client/generated/serverfeatures_pb.js';
import { frame } from '../grpc/frames.js';
import type { GrpcCall } from '../grpc/grpc-call.js';

/** Clients read the version as a number of EventStoreDB's: this is the one whose behaviour is followed. */
const SERVER_VERSION = '23.10.6-embedded';

/** GetSupportedMethods: the client appends in batches only if it finds BatchAppend here. */
export function handleServerFeatures(call: GrpcCall, paths: Iterable<string>): void {
  call.receive(
    () => undefined,
    () => {
      const supported = new featuresMessages.SupportedMethods();
      supported.setEventStoreServerVersion(SERVER_VERSION);
      for (const path of paths) {
        const [, service = '', method = ''] = path.toLowerCase().split('/');
        const entry = new featuresMessages.SupportedMethod();
        entry.setServiceName(service);
        entry.setMethodName(method);
        supported.addMethods(entry);
      }
      call.end(frame(supported.serializeBinary()));
    },
  );
}
