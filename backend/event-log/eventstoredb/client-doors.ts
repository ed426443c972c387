import type { EventStoreDBClient } from '@eventstore/db-client';
import streamsService, { type StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';

export type BatchAppendCall = ReturnType<StreamsClient['batchAppend']>;
export type ReadCall = Awaited<ReturnType<typeof openRead>>;

/** What the client keeps for its own commands: its connection with TLS, discovery, credentials and leader. */
interface ClientDoors {
  GRPCStreamCreator<Call>(
    service: typeof StreamsClient,
    name: string,
    open: (client: StreamsClient) => Call,
  ): () => Promise<Call>;
  callArguments(
    options: object,
    callOptions: { deadline: number },
  ): Required<Parameters<StreamsClient['batchAppend']>>;
  getChannel(): Promise<{ close(): void }>;
}

// The client declares these protected, for the commands that it adds to its own class elsewhere.
const doorsOf = (client: EventStoreDBClient) => client as unknown as ClientDoors;

/** Opens a BatchAppend stream of our own on the client's connection. */
export function openBatchAppend(client: EventStoreDBClient): Promise<BatchAppendCall> {
  const doors = doorsOf(client);
  const open = (service: StreamsClient) =>
    service.batchAppend(...doors.callArguments({}, { deadline: Infinity }));
  return doors.GRPCStreamCreator(streamsService.StreamsClient, 'append', open)();
}

/** Opens a read or subscription of our own on the client's connection; each answer comes as the bytes of a `ReadResp`. */
export function openRead(client: EventStoreDBClient, request: ReadReq) {
  const doors = doorsOf(client);
  const { path, requestSerialize } = streamsService.StreamsService.read;
  const open = (service: StreamsClient) =>
    service.makeServerStreamRequest(
      path,
      requestSerialize,
      (answer) => answer,
      request,
      ...doors.callArguments({}, { deadline: Infinity }),
    );
  return doors.GRPCStreamCreator(streamsService.StreamsClient, 'read', open)();
}

/** Ends every call of the client and its connection, which `dispose` alone leaves open. */
export async function closeClient(client: EventStoreDBClient): Promise<void> {
  // `dispose` waits for its calls to end, for ever where one has just failed and says so in this very turn.
  await nextTurn();
  const patience = new AbortController();
  const enough = delay(DISPOSE_PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => undefined);
  await Promise.race([client.dispose(), enough]);
  patience.abort();
  const channel = await doorsOf(client).getChannel();
  channel.close();
}
const DISPOSE_PATIENCE_MS = 250;
