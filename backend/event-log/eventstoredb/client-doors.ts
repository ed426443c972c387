import type { EventStoreDBClient } from '@eventstore/db-client';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import streamsService, { type StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';

export type BatchAppendCall = ReturnType<StreamsClient['batchAppend']>;

/** What the client keeps for its own commands: its connection with TLS, discovery, credentials and leader. */
interface ClientDoors {
  GRPCStreamCreator(
    service: typeof StreamsClient,
    name: string,
    open: (client: StreamsClient) => BatchAppendCall,
  ): () => Promise<BatchAppendCall>;
  callArguments(options: object, callOptions: { deadline: number }): Parameters<StreamsClient['batchAppend']>;
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
