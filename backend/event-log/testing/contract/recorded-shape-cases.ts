import { binaryEvent, jsonEvent } from '@eventstore/db-client';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { append, freshStream, happened, HAPPENED, ids, read, type ContractCase } from './contract-case.js';

const uncommonNames: readonly [string, (unique: string) => string][] = [
  ['blanks', (unique) => `a stream ${unique}`],
  ['slashes', (unique) => `with/slash/${unique}`],
  ['any script', (unique) => `ünïcödé-Ω-手帳-${unique}`],
  ['a new line', (unique) => `two\nlines-${unique}`],
  ['a NUL', (unique) => `nul\0-${unique}`],
  ['upper and lower case told apart', (unique) => `CaSe-${unique}`],
  ['2,000 characters', (unique) => unique + 'x'.repeat(2_000 - unique.length)],
];

export const recordedShapeCases: readonly ContractCase[] = [
  {
    name: 'JSON data comes back equal, Unicode, depth and null included',
    run: async ({ client, ...store }) => {
      const stream = freshStream();
      const data = {
        deep: { list: [1, 'é 🌸 手', null, { zero: 0, no: false }], empty: '' },
        big: 2 ** 53 - 1,
      };
      await client.appendToStream(stream, jsonEvent({ type: HAPPENED, data }));
      const [event] = await read({ client, ...store }, stream);
      assert.deepEqual(event?.data, data);
      assert.equal(event?.isJson, true);
    },
  },
  {
    name: 'metadata comes back equal, and is absent where none was given',
    run: async ({ client, ...store }) => {
      const stream = freshStream();
      const metadata = { actor: 'späť', list: [1, null] };
      const events = [jsonEvent({ type: HAPPENED, data: { n: 0 }, metadata }), happened(1)];
      await client.appendToStream(stream, events);
      const stored = await read({ client, ...store }, stream);
      assert.deepEqual(
        stored.map((event) => event.metadata),
        [metadata, undefined],
      );
    },
  },
  {
    name: 'binary data comes back as the same bytes',
    run: async ({ client, ...store }) => {
      const stream = freshStream();
      const event = binaryEvent({
        type: HAPPENED,
        data: Buffer.from([0, 1, 255, 128]),
        metadata: Buffer.from([9]),
      });
      await client.appendToStream(stream, event);
      const [stored] = await read({ client, ...store }, stream);
      assert.equal(stored?.isJson, false);
      assert.ok(stored?.data instanceof Uint8Array);
      assert.deepEqual([...stored.data], [0, 1, 255, 128]);
    },
  },
  {
    name: 'an event keeps its id, type and stream',
    run: async (store) => {
      const stream = freshStream();
      const event = happened(0, 'contract.Ünïcode Type.v1');
      await append(store, stream, [event]);
      const [stored] = await read(store, stream);
      assert.deepEqual([stored?.id, stored?.type, stored?.streamId], [event.id, event.type, stream]);
    },
  },
  {
    name: 'an event carries the time at which it was written',
    run: async (store) => {
      const stream = freshStream();
      await append(store, stream, [happened(0)]);
      const [stored] = await read(store, stream);
      // A real server has a clock of its own.
      assert.ok(Math.abs((stored?.created.getTime() ?? 0) - Date.now()) < 60_000, String(stored?.created));
    },
  },
  ...uncommonNames.map(([words, nameOf]): ContractCase => ({
    name: `a stream's name may hold ${words}`,
    run: async (store) => {
      const unique = randomUUID();
      const event = happened(0);
      await append(store, nameOf(unique), [event]);
      const stored = await read(store, nameOf(unique));
      assert.deepEqual(ids(stored), [event.id]);
      assert.equal(stored[0]?.streamId, nameOf(unique));
      if (words.startsWith('upper')) await assert.rejects(read(store, nameOf(unique).toLowerCase()));
    },
  })),
];
