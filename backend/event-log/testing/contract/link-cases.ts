import { binaryEvent, FORWARDS, START, type ResolvedEvent } from '@eventstore/db-client';
import assert from 'node:assert/strict';
import { freshStream, streamOf, type ContractCase, type StoreUnderTest } from './contract-case.js';

/** A stream with a link to revision 1 of another, and one to a revision that is not there. */
async function linked(store: StoreUnderTest) {
  const { stream: target, events } = await streamOf(store, 2);
  const stream = freshStream();
  const to = (revision: number) => binaryEvent({ type: '$>', data: Buffer.from(`${revision}@${target}`) });
  const links = [to(1), to(9)];
  const { position } = await store.client.appendToStream(stream, links);
  return { stream, target, linkIds: links.map(({ id }) => id), targetId: events[1]?.id, position };
}
async function readLinks({ client }: StoreUnderTest, stream: string, resolveLinkTos: boolean) {
  const resolved: ResolvedEvent[] = [];
  const options = { direction: FORWARDS, fromRevision: START, resolveLinkTos } as const;
  for await (const one of client.readStream(stream, options)) resolved.push(one);
  return resolved;
}
const shape = (resolved: readonly ResolvedEvent[]) =>
  resolved.map(({ event, link }) => ({ event: event?.id, link: link?.id }));

export const linkCases: readonly ContractCase[] = [
  {
    name: 'links read as themselves where nobody asked to resolve them',
    run: async (store) => {
      const { stream, target, linkIds } = await linked(store);
      const read = await readLinks(store, stream, false);
      assert.deepEqual(
        shape(read),
        linkIds.map((event) => ({ event, link: undefined })),
      );
      assert.deepEqual(Buffer.from(read[0]?.event?.data as Uint8Array).toString(), `1@${target}`);
    },
  },
  {
    name: 'a resolved link gives the event that it points to, and itself beside it',
    run: async (store) => {
      const { stream, target, linkIds, targetId } = await linked(store);
      const [first] = await readLinks(store, stream, true);
      assert.deepEqual([first?.event?.id, first?.link?.id], [targetId, linkIds[0]]);
      assert.deepEqual([first?.event?.streamId, first?.event?.revision], [target, 1n]);
      assert.deepEqual([first?.link?.streamId, first?.link?.revision], [stream, 0n]);
    },
  },
  {
    name: 'a resolved link to what is not there gives itself alone',
    run: async (store) => {
      const { stream, linkIds } = await linked(store);
      const [, second] = shape(await readLinks(store, stream, true));
      assert.deepEqual(second, { event: undefined, link: linkIds[1] });
    },
  },
  {
    name: 'events that are no links read alike, resolved or not',
    run: async (store) => {
      const { stream, events } = await streamOf(store, 2);
      for (const resolve of [false, true])
        assert.deepEqual(
          shape(await readLinks(store, stream, resolve)),
          events.map(({ id }) => ({ event: id, link: undefined })),
        );
    },
  },
  {
    name: 'a subscription resolves links where it was asked to',
    run: async (store) => {
      const { stream, linkIds, targetId } = await linked(store);
      const subscription = store.client.subscribeToStream(stream, {
        fromRevision: START,
        resolveLinkTos: true,
        deadline: store.patienceMs,
      });
      const got: ResolvedEvent[] = [];
      for await (const one of subscription) if (got.push(one) === 2) break;
      await subscription.unsubscribe();
      assert.deepEqual(shape(got), [
        { event: targetId, link: linkIds[0] },
        { event: undefined, link: linkIds[1] },
      ]);
    },
  },
];
