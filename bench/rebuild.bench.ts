import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventLog } from '../backend/event-log/event-log.js';
import { connectEventLog } from '../backend/event-log/eventstoredb/connect-event-log.js';
import { requestRebuild } from '../backend/following/rebuild/rebuild-commands.js';
import { connectOrm } from '../backend/following/runner/connect-orm.js';
import { startProjector } from '../backend/following/runner/start-projector.js';
import { migrations } from '../backend/migrations/migrations.js';
import { keywordsProjection } from '../backend/src/features/keywords/projection/keywords.projection.js';
import { rate, type Benchmark } from './figure.js';
import { observationStreams } from './observations.js';
import { BenchServers } from './servers.js';

const EVENTS = 200_000;
const IN_FLIGHT = 4;

export async function fill(log: EventLog, events: number, say: (line: string) => void): Promise<void> {
  say(`… writing ${events.toLocaleString('en')} observations`);
  const streams = observationStreams(events, randomUUID());
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      for (const { stream, events: batch } of streams) await log.append(stream, 'no-stream', batch);
    }),
  );
}

async function readAll(log: EventLog): Promise<number> {
  let count = 0;
  for await (const event of log.readAll()) count += event.revision >= 0 ? 1 : 0;
  return count;
}

/** A rebuild of the keyword read models from the first event, beside reading the same events and doing nothing. */
export const rebuildBenchmark: Benchmark = {
  name: 'rebuild',
  async run(say) {
    const servers = new BenchServers();
    try {
      const [storeUrl, databaseUrl] = [await servers.eventStore(), await servers.postgres()];
      const log = connectEventLog(storeUrl);
      const orm = await connectOrm(databaseUrl, { migrations });
      await orm.migrator.up();
      await fill(log, EVENTS, say);
      say('… reading them, and doing nothing with them');
      const read = await rate(EVENTS, () => readAll(log));

      const projector = await startProjector({ orm, eventLog: log, projections: [keywordsProjection] });
      const state = async () => (await projector.status())[0];
      say('… first build');
      while ((await state())?.lag !== 0) await pause(200);
      say('… rebuild');
      const before = (await state())?.build;
      const rebuilt = await rate(EVENTS, async () => {
        await requestRebuild(orm, keywordsProjection.name);
        for (;;) {
          const now = await state();
          if (now?.error) throw new Error(now.error);
          if (now && now.build !== before && !now.rebuild) return;
          await pause(100);
        }
      });
      await projector.stop();
      await orm.close();
      await log.close();
      return [
        {
          figure: `rebuild of the keyword read models over ${EVENTS.toLocaleString('en')} events`,
          value: rebuilt,
          unit: 'events/s',
          yardstick: 'reading and decoding the same events',
          yardstickValue: read,
        },
      ];
    } finally {
      await servers.stop();
    }
  },
};
