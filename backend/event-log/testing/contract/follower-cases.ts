import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { trackedKeyword } from '../sample-events.js';
import { freshStream, type ContractCase } from './contract-case.js';
import { followed, type SeenByFollower } from './followed.js';
import { figures, idsOf, written } from './written-figures.js';

export const followerCases: readonly ContractCase[] = [
  {
    name: 'a follower gets old and new events once each, in order, with caught-up between them',
    run: async (store) => {
      const { log } = store;
      const { stream, events, at } = await written(log, 4);
      const more = figures(3);
      const given = await followed(store, { after: at(0), typePrefixes: ['observation.'] }, async (seen) => {
        await seen.until(() => seen.caughtUp, 'caught up');
        assert.deepEqual(seen.idsIn(stream), idsOf(events.slice(1)));
        await log.append(stream, 3, more);
        await seen.until(() => seen.idsIn(stream).length >= 6, 'the new events');
      });
      assert.deepEqual(given.idsIn(stream), idsOf([...events.slice(1), ...more]));
    },
  },
  {
    name: 'a follower gets the types that it asked for alone',
    run: async (store) => {
      const { log } = store;
      const { at } = await written(log, 1);
      const stream = `trackedKeyword-${randomUUID()}`;
      const tracked = [trackedKeyword(), trackedKeyword()];
      await log.append(freshStream(), 'no-stream', figures(2));
      await log.append(stream, 'no-stream', tracked);
      const filter = { after: at(0), typePrefixes: ['tracking.', 'collection.'] };
      const given = await followed(store, filter, (seen) =>
        seen.until(() => seen.idsIn(stream).length >= 2, 'the tracking events'),
      );
      assert.deepEqual(given.idsIn(stream), idsOf(tracked));
      assert.ok(
        given.events.every(({ type }) => type.startsWith('tracking.') || type.startsWith('collection.')),
      );
    },
  },
  {
    name: 'a follower to whom nothing matters hears where it is, so that a restart does not begin anew',
    run: async (store) => {
      const { log } = store;
      const { at } = await written(log, 1);
      let last = 0n;
      for (let n = 0; n < 8; n++) last = (await log.append(freshStream(), 'no-stream', figures(50))).position;
      await followed(store, { after: at(0), typePrefixes: ['nobody-writes-this.'] }, (seen) =>
        seen.until(() => seen.checkpoint > at(0) + ((last - at(0)) * 3n) / 4n, 'a checkpoint near the end'),
      );
    },
  },
  {
    name: 'no checkpoint overtakes an event that its follower waits for',
    run: async (store) => {
      const { log } = store;
      const { at } = await written(log, 1);
      const stream = `trackedKeyword-${randomUUID()}`;
      const tracked = Array.from({ length: 6 }, () => trackedKeyword());
      for (const [n, event] of tracked.entries()) {
        await log.append(stream, n === 0 ? 'no-stream' : n - 1, [event]);
        await log.append(freshStream(), 'no-stream', figures(70));
      }
      const given = await followed(store, { after: at(0), typePrefixes: ['tracking.'] }, async (seen) => {
        await seen.until(() => seen.idsIn(stream).length >= tracked.length, 'every event');
        await seen.until(() => seen.checkpoint > at(0), 'a checkpoint');
      });
      assert.equal(given.overtaken, 0);
    },
  },
  {
    name: 'a follower that stops and follows on from its last place misses nothing and gets nothing twice',
    run: async (store) => {
      const { log } = store;
      const { stream, events, at } = await written(log, 6);
      const typePrefixes = ['observation.MetricsReported.v1'];
      const enough = (count: number) => (seen: SeenByFollower) =>
        seen.until(() => seen.idsIn(stream).length >= count, `${count} events`);
      const first = await followed(store, { after: at(0), typePrefixes }, enough(2));
      const place = first.events.filter((event) => event.stream === stream)[1]?.position;
      const second = await followed(store, { after: place, typePrefixes }, enough(3));
      assert.deepEqual(second.idsIn(stream), idsOf(events.slice(3)));
    },
  },
];
