import { binaryEvent, jsonEvent, type JSONType } from '@eventstore/db-client';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { append, freshStream, happened, HAPPENED, ids, read, type ContractCase } from './contract-case.js';

const CONTROLS = String.fromCharCode(...Array(32).keys(), 127);
const uncommonNames: readonly [string, (unique: string) => string][] = [
  ['blanks', (unique) => `a stream ${unique}`],
  ['slashes', (unique) => `with/slash/${unique}`],
  ['any script', (unique) => `ünïcödé-Ω-手帳-${unique}`],
  ['a new line', (unique) => `two\nlines-${unique}`],
  ['a NUL', (unique) => `nul\0-${unique}`],
  ['upper and lower case told apart', (unique) => `CaSe-${unique}`],
  ['2,000 characters', (unique) => unique + 'x'.repeat(2_000 - unique.length)],
  ['10,000 characters', (unique) => 'ü'.repeat(10_000 - unique.length) + unique],
  ['every control character', (unique) => `${CONTROLS}-${unique}`],
  ['a dollar sign in front', (unique) => `$mine-${unique}`],
  ['dashes at either end', (unique) => `-${unique}-`],
];

const uncommonTypes: readonly [string, string][] = [
  ['a blank', ' '],
  ['a dollar sign in front', '$contract'],
  ['any script', 'Ünïcode-手帳'],
  ['1,000 characters', 't'.repeat(1_000)],
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
  ...uncommonTypes.map(([words, type]): ContractCase => ({
    name: `an event's type may hold ${words}`,
    run: async (store) => {
      const stream = freshStream();
      // A plain event between them: types must not run into one another.
      await append(store, stream, [happened(0, type), happened(1), happened(2, type)]);
      const stored = await read(store, stream);
      assert.deepEqual(
        stored.map((event) => event.type),
        [type, HAPPENED, type],
      );
    },
  })),
  {
    name: 'JSON data may be a number, a text, a list, a truth, an empty object or null',
    run: async ({ client, ...store }) => {
      const stream = freshStream();
      const kinds = [1, 'x', [1], true, {}, null];
      // The types of the client ask for an object; it sends what it is given.
      const events = kinds.map((data) => jsonEvent({ type: HAPPENED, data: data as JSONType }));
      await client.appendToStream(stream, events);
      const stored = await read({ client, ...store }, stream);
      assert.deepEqual(
        stored.map(({ data }) => data),
        kinds,
      );
      assert.ok(stored.every(({ isJson }) => isJson));
    },
  },
  {
    name: 'one append may hold JSON and binary data, with and without metadata',
    run: async ({ client, ...store }) => {
      const stream = freshStream();
      const bytes = Uint8Array.from([0, 10, 255]);
      await client.appendToStream(stream, [
        jsonEvent({ type: HAPPENED, data: { n: 0 } }),
        binaryEvent({ type: HAPPENED, data: bytes }),
        binaryEvent({ type: HAPPENED, data: bytes, metadata: bytes }),
      ]);
      const stored = await read({ client, ...store }, stream);
      assert.deepEqual(
        stored.map(({ isJson }) => isJson),
        [true, false, false],
      );
      assert.deepEqual(Buffer.from(stored[2]?.metadata as Uint8Array), Buffer.from(bytes));
      assert.equal(stored[1]?.metadata, undefined);
    },
  },
  {
    name: '1,000 kB of binary data come back as the same bytes',
    run: async ({ client, ...store }) => {
      const stream = freshStream();
      const data = Buffer.alloc(1_000 * 1024, Buffer.from([...Array(251).keys()]));
      await client.appendToStream(stream, binaryEvent({ type: HAPPENED, data }));
      const [stored] = await read({ client, ...store }, stream);
      assert.ok(Buffer.from(stored?.data as Uint8Array).equals(data));
    },
  },
];
