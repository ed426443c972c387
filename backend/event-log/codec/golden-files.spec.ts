import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { catalogue } from '../../contracts/events/catalogue.js';
import { storedType } from '../../contracts/events/define-event.js';
import { goldenFilesBelow, listedHashes, repositoryRoot, type GoldenFile } from '../testing/golden-files.js';
import { priceQuotedCatalogue } from '../testing/price-quoted/catalogue.js';
import { createEventCodec, createProductCodec } from './event-codec.js';
import type { Catalogue } from './upcast-chain.js';

const events = join(repositoryRoot, 'backend/contracts/events');
const golden = goldenFilesBelow(events);
const listed = listedHashes(join(events, 'golden.sha256'));

const asStored = ({ type, data, metadata }: GoldenFile) => ({
  id: '6f1f3f0e-3f7e-4f2e-9d83-0d2f0a1b2c3d',
  type,
  data,
  metadata,
  stream: 'observation-golden',
  revision: 0,
  position: 42n,
});
const storedTypesOf = (all: Catalogue) =>
  Object.values(all).flatMap((definition) =>
    definition.versions.map((_schema, index) => storedType(definition, index + 1)),
  );

describe('golden events', () => {
  const codec = createProductCodec();

  it.each(golden.map((file) => [file.path, file] as const))('%s reaches the newest schema', (_path, file) => {
    const event = codec.decode(asStored(file));
    expect(event).toMatchObject({ position: 42n });
    expect(Object.keys(catalogue)).toContain(event?.type);
  });

  it.each(storedTypesOf(catalogue))('%s has at least one', (type) => {
    expect(golden.filter((file) => file.type === type)).not.toHaveLength(0);
  });

  it('stand in the folder of their event and carry their version in their name', () => {
    for (const { path, type } of golden) {
      const [, name = '', version = ''] = /\.([A-Za-z]+)\.(v\d+)$/.exec(type) ?? [];
      const folder = name.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();
      expect(path).toContain(`/${folder}/golden/${version}-`);
    }
  });

  it('are never edited or removed: each listed one has the hash that it was committed with', () => {
    const found = new Map(golden.map(({ path, sha256 }) => [path, sha256]));
    for (const [path, sha256] of listed) expect([path, found.get(path)]).toEqual([path, sha256]);
  });

  it('are all listed in golden.sha256 (add the printed lines)', () => {
    const missing = golden.filter(({ path }) => !listed.has(path));
    expect(missing.map(({ path, sha256 }) => `${sha256}  ${path}`)).toEqual([]);
  });
});

describe('golden events of a type with two versions', () => {
  const trials = goldenFilesBelow(join(repositoryRoot, 'backend/event-log/testing/price-quoted'));
  const codec = createEventCodec(priceQuotedCatalogue);

  it('exist for both versions', () => {
    expect(trials.map(({ type }) => type)).toEqual(storedTypesOf(priceQuotedCatalogue));
  });

  it('read alike, whichever version was stored', () => {
    for (const file of trials)
      expect(codec.decode(asStored(file))).toMatchObject({
        type: 'trial.PriceQuoted.v2',
        data: { item: 'planner', price: { minor: 1250, currency: 'EUR', relation: 'eq' } },
      });
  });
});
