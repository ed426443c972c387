import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createProductCodec } from '../event-log/codec/event-codec.js';
import type { AnyRecordedEvent } from '../event-log/event-log.js';
import { goldenFilesBelow, repositoryRoot } from '../event-log/testing/golden-files.js';
import type { Projection } from '../following/projection.js';
import { planBuilds } from '../following/rebuild/plan-builds.js';
import { readHeld } from '../following/batches/checkpoint.js';
import { commitBatch } from '../following/batches/commit-batch.js';
import { connectOrm } from '../following/database/connect-orm.js';
import { shareOf } from '../following/partitions/partitions.js';
import { fingerprint } from '../following/testing/projection-spec.js';
import { startTestPostgres, type TestPostgres } from '../following/testing/test-postgres.js';
import { projections } from './projections.js';

const BATCH = 5;

/** One event of every shape that was ever written, at the places that a log would give them. */
function goldenEvents(): AnyRecordedEvent[] {
  const codec = createProductCodec();
  return goldenFilesBelow(join(repositoryRoot, 'backend/contracts/events')).flatMap((golden, index) => {
    const stored = { ...golden, id: randomUUID(), stream: `golden-${index}`, revision: 0 };
    return codec.decode({ ...stored, position: BigInt(index + 1) }) ?? [];
  });
}

describe('every projection of the product', () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startTestPostgres();
  }, 60_000);
  afterAll(() => postgres.stop());

  /** Applies the events batch by batch, each batch once for each of the shares. */
  async function rowsBy(
    projection: Projection,
    events: readonly AnyRecordedEvent[],
    shares: (count: number) => number[][],
  ): Promise<Record<string, string>> {
    const orm = await connectOrm(await postgres.createDatabase());
    const { live } = await planBuilds(orm, projection);
    const { count } = await readHeld(orm, live, null);
    const owners = shares(count).map((partitions) => ({
      partitions,
      share: shareOf(projection, count, partitions),
      memory: new Map<string, unknown>(),
    }));
    let from: bigint | undefined;
    for (let first = 0; first < events.length; first += BATCH) {
      const batch = events.slice(first, first + BATCH);
      const to = batch.at(-1)?.position ?? 0n;
      for (const { partitions, share, memory } of owners) {
        const ours = batch.filter((event) => share.concerns(event));
        const whole = partitions.length === count;
        const context = { owns: (key: string) => share.owns(key), memory };
        const moved = { events: ours, owner: null, partitions, whole, from, to, eventsPerSecond: 0 };
        await commitBatch(orm, projection, live, moved, context);
      }
      from = to;
    }
    const rows = await fingerprint(orm, live.schemaName);
    await orm.close();
    return rows;
  }

  it.each(projections.map((projection) => [projection.name, projection] as const))(
    '%s has the same rows whether one process feeds it or one for each partition',
    async (_name, projection) => {
      const wanted = new Set<string>(projection.eventTypes);
      const events = goldenEvents().filter(({ type }) => wanted.has(type));
      expect(events.length).toBeGreaterThan(0);
      const alone = await rowsBy(projection, events, (count) => [[...Array(count).keys()]]);
      const parted = await rowsBy(projection, events, (count) =>
        [...Array(count).keys()].map((one) => [one]),
      );
      expect(parted).toEqual(alone);
    },
  );
});
