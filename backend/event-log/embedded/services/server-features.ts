import { frame, MAX_REQUEST_BYTES } from '../grpc/frames.js';
import type { GrpcCall } from '../grpc/grpc-call.js';
import { bytesField, textField } from '../protobuf/wire-writer.js';

/** Clients read the version as a number of EventStoreDB's: this is the one whose behaviour is followed. */
const SERVER_VERSION = '23.10.6-embedded';

/** GetSupportedMethods: the client appends in batches only if it finds BatchAppend here. */
export function handleServerFeatures(call: GrpcCall, paths: Iterable<string>): void {
  call.receive(
    () => undefined,
    () => {
      const methods = [...paths].map((path) => {
        const [, service = '', method = ''] = path.toLowerCase().split('/');
        return bytesField(1, textField(1, method), textField(2, service));
      });
      call.end(frame(...methods, textField(2, SERVER_VERSION)));
    },
    MAX_REQUEST_BYTES,
  );
}
