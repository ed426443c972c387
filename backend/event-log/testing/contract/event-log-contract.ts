import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { EventStoreDBClient } from '@eventstore/db-client';
import { closeClient } from '../../eventstoredb/client-doors.js';
import { connectEventLog } from '../../eventstoredb/connect-event-log.js';
import { allReadCases } from './all-read-cases.js';
import { appendCases } from './append-cases.js';
import { ELSEWHERE, HAPPENED, type ContractCase, type StoreUnderTest } from './contract-case.js';
import { callCases } from './call-cases.js';
import { expectationCases } from './expectation-cases.js';
import { furtherRepeatCases } from './further-repeat-cases.js';
import { furtherSubscriptionCases } from './further-subscription-cases.js';
import { linkCases } from './link-cases.js';
import { manyReaderCases } from './many-reader-cases.js';
import { retentionCases } from './retention-cases.js';
import { unaryAppendCases } from './unary-append-cases.js';
import { deletionCases } from './deletion-cases.js';
import { followerCases } from './follower-cases.js';
import { portCases } from './port-cases.js';
import { recordedShapeCases } from './recorded-shape-cases.js';
import { repeatCases } from './repeat-cases.js';
import { streamReadCases } from './stream-read-cases.js';
import { subscriptionCases } from './subscription-cases.js';

/** Every behaviour that the product relies on, by what it is about. */
export const contractGroups: Readonly<Record<string, readonly ContractCase[]>> = {
  'every expectation': expectationCases,
  'appending with an expectation': appendCases,
  'appending in a call of its own': unaryAppendCases,
  'repeating an append': [...repeatCases, ...furtherRepeatCases],
  'reading a stream': streamReadCases,
  'what is recorded': recordedShapeCases,
  'reading $all': allReadCases,
  'links to other events': linkCases,
  'deleting a stream': deletionCases,
  'metadata and what it hides': retentionCases,
  subscribing: [...subscriptionCases, ...furtherSubscriptionCases],
  'readers that lag, and many of them': manyReaderCases,
  'calls given up, cut in pieces, or not offered': callCases,
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
    connectionString,
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
      process.stdout.write(`event log contract: ${contractCases.length} cases against ${title}\n`);
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
