import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  EventStoreDBClient,
  jsonEvent,
  persistentSubscriptionToAllSettingsFromDefaults,
  persistentSubscriptionToStreamSettingsFromDefaults,
} from '@eventstore/db-client';
import streamsMessages from '@eventstore/db-client/generated/streams_pb.js';
import { once } from 'node:events';
import { openTemporaryStore, type TemporaryStore } from '../testing/temporary-store.js';
import { frame } from './grpc/frames.js';
import { GrpcStatus } from './grpc/grpc-error.js';
import { bytesField, varintField } from './protobuf/wire-writer.js';
import { RawGrpc, STREAMS } from './testing/raw-grpc.js';
import {
  appendOptions,
  batchAppend,
  ofStream,
  proposedEvent,
  readRequest,
  subscription,
} from './testing/raw-messages.js';

const { BatchAppendResp, ReadResp } = streamsMessages;
let store: TemporaryStore;
let raw: RawGrpc;
let client: EventStoreDBClient;

beforeAll(async () => {
  store = await openTemporaryStore();
});
afterAll(() => store.remove());
beforeEach(() => {
  raw = new RawGrpc(Number(new URL(store.connectionString.replace('esdb:', 'http:')).port));
  client = EventStoreDBClient.connectionString(store.connectionString);
});
afterEach(async () => {
  raw.close();
  await client.dispose();
});

describe('a deadline', () => {
  it.each(['80m', '80000u', '80000000n'])('of %s ends a subscription that lasts longer', async (timeout) => {
    const request = readRequest({ of: ofStream('deadline-1'), howMuch: subscription() });
    const headers = { 'grpc-timeout': timeout };
    const answer = await raw.unary(`${STREAMS}/Read`, request, headers);
    expect([answer.status, answer.message]).toEqual([
      GrpcStatus.DeadlineExceeded,
      'the deadline of the call has passed',
    ]);
    // The confirmation and the news that it caught up had come.
    expect(answer.messages.map((message) => ReadResp.deserializeBinary(message).getContentCase())).toEqual([
      ReadResp.ContentCase.CONFIRMATION,
      ReadResp.ContentCase.CAUGHT_UP,
    ]);
  });

  it('that has passed keeps a batched append from being stored', async () => {
    const aMinuteAgo = bytesField(6, varintField(1, Math.floor(Date.now() / 1_000) - 60));
    const options = Buffer.concat([appendOptions('deadline-2'), aMinuteAgo]);
    const body = [frame(batchAppend(options, [proposedEvent()]))];
    const { messages } = await raw.call({ path: `${STREAMS}/BatchAppend`, body });
    const error = BatchAppendResp.deserializeBinary(messages[0] ?? Buffer.alloc(0)).getError();
    expect(error?.getCode()).toBe(GrpcStatus.DeadlineExceeded);
    const reading = client.readStream('deadline-2');
    await expect(once(reading, 'data')).rejects.toThrow(/not found/);
  });

  it('that no clock can count is none', async () => {
    const options = bytesField(1, appendOptions('deadline-3'));
    const body = [frame(options), frame(bytesField(2, proposedEvent()))];
    const headers = { 'grpc-timeout': '99999999H' };
    const answer = await raw.call({ path: `${STREAMS}/Append`, body, headers });
    expect(answer.status).toBe(GrpcStatus.Ok);
  });
});

describe('what the embedded store does not implement', () => {
  const settings = persistentSubscriptionToStreamSettingsFromDefaults();
  it.each([
    [
      'making a persistent subscription to a stream',
      () => client.createPersistentSubscriptionToStream('a-1', 'group', settings),
    ],
    [
      'changing a persistent subscription',
      () => client.updatePersistentSubscriptionToStream('a-1', 'group', settings),
    ],
    ['removing a persistent subscription', () => client.deletePersistentSubscriptionToStream('a-1', 'group')],
    ['making a projection', () => client.createProjection('p', 'fromAll()')],
    ['changing a projection', () => client.updateProjection('p', 'fromAll()')],
    ['removing a projection', () => client.deleteProjection('p')],
    ['enabling a projection', () => client.enableProjection('p')],
    ['disabling a projection', () => client.disableProjection('p')],
    ['resetting a projection', () => client.resetProjection('p')],
    ['the state of a projection', () => client.getProjectionState('p')],
    ['the result of a projection', () => client.getProjectionResult('p')],
    ['the status of a projection', () => client.getProjectionStatus('p')],
    ['a list of projections', () => client.listProjections()],
    ['a restart of the projections', () => client.restartSubsystem()],
  ])('is refused as unimplemented: %s', async (_what, ask) => {
    await expect(ask()).rejects.toThrow(
      /12 UNIMPLEMENTED: the embedded event store does not implement \/event_store/,
    );
  });

  it('is refused as unimplemented: following a persistent subscription', async () => {
    const following = client.subscribeToPersistentSubscriptionToStream('a-1', 'group');
    const [error] = (await once(following, 'error')) as [Error];
    expect(String(error)).toMatch(/UNIMPLEMENTED: the embedded event store does not implement/);
  });

  it.each([
    [
      'making a persistent subscription to $all',
      () =>
        client.createPersistentSubscriptionToAll('group', persistentSubscriptionToAllSettingsFromDefaults()),
    ],
    ['a list of persistent subscriptions', () => client.listAllPersistentSubscriptions()],
    [
      'facts about a persistent subscription',
      () => client.getPersistentSubscriptionToStreamInfo('a-1', 'group'),
    ],
    ['a replay of parked events', () => client.replayParkedMessagesToStream('a-1', 'group')],
    ['a restart of the persistent subscriptions', () => client.restartPersistentSubscriptionSubsystem()],
  ])(
    'is refused where the client asks for the version of the server, or its web interface: %s',
    async (_what, ask) => {
      await expect(ask()).rejects.toThrow(/Not Implemented|requires server version/);
    },
  );

  it('disturbs no other call', async () => {
    await expect(client.listProjections()).rejects.toThrow(/UNIMPLEMENTED/);
    const appended = await client.appendToStream(
      'other-1',
      jsonEvent({ type: 'test.Happened.v1', data: {} }),
    );
    expect(appended.success).toBe(true);
  });
});
