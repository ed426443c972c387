import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { EventStoreDBClient } from '@eventstore/db-client';
import { closeClient } from '../../eventstoredb/client-doors.js';
import { connectEventLog } from '../../eventstoredb/connect-event-log.js';
import { allReadCases } from './all-read-cases.js';
import { appendCases } from './append-cases.js';
import { ELSEWHERE, HAPPENED, type ContractCase, type StoreUnderTest } from './contract-case.js';
import { deletionCases } from './deletion-cases.js';
import { followerCases } from './follower-cases.js';
import { portCases } from './port-cases.js';
import { recordedShapeCases } from './recorded-shape-cases.js';
import { repeatCases } from './repeat-cases.js';
import { streamReadCases } from './stream-read-cases.js';
import { subscriptionCases } from './subscription-cases.js';

/** Every behaviour that the product relies on, by what it is about. */
export const contractGroups: Readonly<Record<string, readonly ContractCase[]>> = {
  'appending with an expectation': appendCases,
  'repeating an append': repeatCases,
  'reading a stream': streamReadCases,
  'what is recorded': recordedShapeCases,
  'reading $all': allReadCases,
  'deleting a stream': deletionCases,
  subscribing: subscriptionCases,
  'the event log of the product': portCases,
  'following the event log': followerCases,
};
export const contractCases: readonly ContractCase[] = Object.values(contractGroups).flat();

export interface OpenStore extends StoreUnderTest {
  close(): Promise<void>;
}

/** Both ways to a store. Cases leave events behind whose types are not the product's; its log passes over them. */
export function openStoreUnderTest(connectionString: string, patienceMs: number): OpenStore {
  const client = EventStoreDBClient.connectionString(connectionString);
  const ignoredTypes = [HAPPENED, ELSEWHERE, 'contract.Ünïcode Type.v1'];
  const log = connectEventLog(connectionString, { ignoredTypes, appendDeadlineMs: patienceMs });
  return {
    client,
    log,
    patienceMs,
    close: async () => {
      await log.close();
      await closeClient(client);
    },
  };
}

/**
 * The contract that the embedded store and any real EventStoreDB must keep, as a suite of Jest.
 * @param start gives the store's connection string, and what to do when the suite is over.
 */
export function eventLogContract(
  title: string,
  start: () => Promise<{ connectionString: string; stop?: () => Promise<void> }>,
): void {
  describe(`${title}: ${contractCases.length} behaviours of an event store`, () => {
    let store: OpenStore;
    let stop: (() => Promise<void>) | undefined;
    beforeAll(async () => {
      const started = await start();
      stop = started.stop;
      store = openStoreUnderTest(started.connectionString, 10_000);
    });
    afterAll(async () => {
      await store.close();
      await stop?.();
    });
    describe.each(Object.entries(contractGroups))('%s', (_group, cases) => {
      it.each(cases.map((one) => [one.name, one] as const))(
        '%s',
        async (_name, one) => one.run(store),
        30_000,
      );
    });
  });
}
