import assert from 'node:assert/strict';
import { StreamDeleted, WrongExpectedRevision } from '../../errors.js';
import { freshStream, type ContractCase } from './contract-case.js';
import { all, figures, idsOf, written } from './written-figures.js';

export const portCases: readonly ContractCase[] = [
  {
    name: 'the event log gives back what was appended, with revisions, positions and the time of writing',
    run: async ({ log }) => {
      const stream = freshStream();
      const events = figures(3);
      const before = new Date().toISOString();
      const { revision, position } = await log.append(stream, 'no-stream', events);
      const stored = await all(log.readStream(stream));
      assert.equal(revision, 2);
      assert.equal(stored[2]?.position, position);
      assert.deepEqual(
        stored.map((event) => event.revision),
        [0, 1, 2],
      );
      assert.deepEqual(
        stored.map(({ id, type, data }) => ({ id, type, data })),
        events.map(({ id, type, data }) => ({ id, type, data })),
      );
      for (const event of stored) {
        assert.equal(event.stream, stream);
        assert.ok(
          event.metadata.recordedAt >= before && event.metadata.recordedAt <= new Date().toISOString(),
        );
      }
    },
  },
  {
    name: 'the event log says which revision it found in place of the expected one',
    run: async ({ log }) => {
      const { stream } = await written(log, 2);
      const refused = (expected: 'no-stream' | number) =>
        assert.rejects(log.append(stream, expected, figures(1)), (error) => {
          assert.ok(error instanceof WrongExpectedRevision, String(error));
          assert.deepEqual([error.stream, error.expected, error.actual], [stream, String(expected), '1']);
          return true;
        });
      await refused('no-stream');
      await refused(0);
    },
  },
  {
    name: 'the event log says no-stream where a revision was expected of a stream that is not there',
    run: async ({ log }) => {
      await assert.rejects(log.append(freshStream(), 4, figures(1)), {
        name: 'WrongExpectedRevision',
        actual: 'no-stream',
      });
      await assert.rejects(log.append(freshStream(), 'stream-exists', figures(1)), { actual: 'no-stream' });
    },
  },
  {
    name: 'an append through the event log that is repeated with no-stream answers alike and is stored once',
    run: async ({ log }) => {
      const stream = freshStream();
      const events = figures(2);
      const first = await log.append(stream, 'no-stream', events);
      const second = await log.append(stream, 'no-stream', events);
      assert.equal(second.revision, first.revision);
      assert.deepEqual(idsOf(await all(log.readStream(stream))), idsOf(events));
    },
  },
  {
    name: 'an append through the event log that is repeated with its exact revision is stored once',
    run: async ({ log }) => {
      const { stream } = await written(log, 2);
      const more = figures(2);
      const first = await log.append(stream, 1, more);
      assert.equal((await log.append(stream, 1, more)).revision, first.revision);
      assert.equal((await all(log.readStream(stream))).length, 4);
    },
  },
  {
    name: 'a hundred appends through the event log at once are all stored',
    run: async ({ log }) => {
      const stream = freshStream();
      const results = await Promise.all(figures(100).map((event) => log.append(stream, 'any', [event])));
      const revisions = results.map(({ revision }) => revision).sort((a, b) => a - b);
      assert.deepEqual(revisions, [...Array(100).keys()]);
      assert.equal(new Set(results.map(({ position }) => position)).size, 100);
    },
  },
  {
    name: 'the event log reads a stream from a revision on',
    run: async ({ log }) => {
      const { stream, events } = await written(log, 4);
      assert.deepEqual(idsOf(await all(log.readStream(stream, 2))), idsOf(events.slice(2)));
      assert.deepEqual(await all(log.readStream(stream, 99)), []);
    },
  },
  {
    name: 'an absent, a soft-deleted and a tombstoned stream read as nothing in the event log',
    run: async ({ log, client }) => {
      assert.deepEqual(await all(log.readStream(freshStream())), []);
      const { stream: soft } = await written(log, 1);
      await client.deleteStream(soft);
      assert.deepEqual(await all(log.readStream(soft)), []);
      const { stream: dead } = await written(log, 1);
      await client.tombstoneStream(dead);
      assert.deepEqual(await all(log.readStream(dead)), []);
    },
  },
  {
    name: 'an append through the event log to a tombstoned stream says that it is deleted',
    run: async ({ log, client }) => {
      const { stream } = await written(log, 1);
      await client.tombstoneStream(stream);
      await assert.rejects(
        log.append(stream, 0, figures(1)),
        (error) => error instanceof StreamDeleted && error.stream === stream,
      );
    },
  },
  {
    name: 'the whole log reads on after a position, without the event that stands there',
    run: async ({ log }) => {
      const { stream, events, at } = await written(log, 4);
      const after = await all(log.readAll({ after: at(1) }));
      assert.deepEqual(idsOf(after.filter((event) => event.stream === stream)), idsOf(events.slice(2)));
    },
  },
  {
    name: 'the whole log reads no more events than asked for',
    run: async ({ log }) => {
      const { at } = await written(log, 4);
      assert.equal((await all(log.readAll({ after: at(0), limit: 2 }))).length, 2);
      assert.equal((await all(log.readAll({ backwards: true, limit: 3 }))).length, 3);
    },
  },
  {
    name: 'the whole log reads backwards, newest first, as far as a position',
    run: async ({ log }) => {
      const { stream, events, at } = await written(log, 4);
      const newest = await all(log.readAll({ backwards: true, after: at(1) }));
      assert.deepEqual(
        idsOf(newest.filter((event) => event.stream === stream)),
        idsOf(events.slice(2).reverse()),
      );
    },
  },
  {
    name: 'the whole log refuses a position at which no event stands',
    run: async ({ log }) => {
      const { at } = await written(log, 3);
      await assert.rejects(all(log.readAll({ after: at(1) + 1n })), RangeError);
    },
  },
  {
    name: 'the head of the log is not before the newest append',
    run: async ({ log }) => {
      const { at } = await written(log, 3);
      const head = await log.head();
      assert.ok(head !== undefined && head >= at(2), `${head} is before ${at(2)}`);
    },
  },
  {
    name: 'the event log answers a ping',
    run: async ({ log, patienceMs }) => log.ping(patienceMs),
  },
];
