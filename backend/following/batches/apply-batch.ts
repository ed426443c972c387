import type { MikroORM } from '@mikro-orm/postgresql';
import type { AnyRecordedEvent } from '../../event-log/event-log.js';
import type { Projection } from '../projection.js';
import { backOffMs, pause } from '../runner/back-off.js';
import { assertUnaltered } from '../builds/altered-build.js';
import type { Build } from '../builds/builds.js';
import { CheckpointMoved } from './checkpoint.js';
import { commitBatch } from './commit-batch.js';
import { isPassing, tookTooLong } from '../database/database.js';
import type { EventRate } from './event-rate.js';
import type { Checkpoint, HeldPartitions, Stretch } from '../partitions/held-partitions.js';
import { parkEvent } from './park-event.js';
import { shareOf, type Share } from '../partitions/partitions.js';

/** An event that the projection cannot take, however often it tries. */
export class PoisonEvent extends Error {
  override readonly name = 'PoisonEvent';
  constructor(
    readonly event: AnyRecordedEvent,
    cause: unknown,
  ) {
    super(
      `${event.type} at position ${event.position} (stream ${event.stream}, revision ${event.revision}): ${messageOf(cause)}`,
      { cause },
    );
  }
}

export interface ApplyOptions {
  readonly orm: MikroORM;
  readonly projection: Projection;
  readonly build: Build;
  readonly owner: string;
  readonly signal: AbortSignal;
  readonly rate: EventRate;
  readonly memory: Map<string, unknown>;
  /** How long to wait before each new try of an event that fails alone. */
  readonly retryDelaysMs: readonly number[];
  readonly onPoison: () => 'stop' | 'park';
  readonly onTrouble: (error: unknown) => Promise<void>;
}

/**
 * Applies events in order, all of them and up to `upTo`, to each of the held partitions that has not seen them.
 * @throws CheckpointMoved where a partition is not ours any more, PoisonEvent, BuildAltered
 */
export async function applyBatch(
  options: ApplyOptions,
  held: HeldPartitions,
  events: readonly AnyRecordedEvent[],
  upTo: bigint,
): Promise<void> {
  const { projection, signal } = options;
  for (;;) {
    const stretch = held.hindmost(upTo);
    if (!stretch || signal.aborted) return;
    const { from, to, partitions } = stretch;
    const share = shareOf(projection, held.count, partitions);
    const ahead = events.filter(({ position }) => (from === undefined || position > from) && position <= to);
    const whole = partitions.length === held.count;
    const concerned = ahead.filter((event) => share.concerns(event));
    held.move(partitions, await applyStretch(options, { ...stretch, share, whole }, concerned));
  }
}

/**
 * Whatever it takes: waits while the database is away, halves a batch that fails until the guilty event stands alone,
 * tries that again with growing delays, then parks it or throws PoisonEvent. Answers with the new place.
 */
async function applyStretch(
  options: ApplyOptions,
  stretch: Stretch & { readonly share: Share; readonly whole: boolean },
  events: readonly AnyRecordedEvent[],
): Promise<Checkpoint> {
  const { orm, projection, build, owner, signal, rate, memory } = options;
  const { partitions, share, whole } = stretch;
  const context = { owns: (key: string) => share.owns(key), memory };
  let place = stretch.from;
  let rest = events;
  let size = Math.max(events.length, 1);
  let tries = 0;
  while (place === undefined || place < stretch.to) {
    if (signal.aborted) return place;
    const slice = rest.slice(0, size);
    const last = slice.at(-1);
    const to = slice.length === rest.length ? stretch.to : (last?.position ?? stretch.to);
    try {
      const eventsPerSecond = rate.perSecond(performance.now());
      const batch = { events: slice, owner, partitions, whole, from: place, to, eventsPerSecond };
      await commitBatch(orm, projection, build, batch, context);
      rate.add(slice.length, performance.now());
      place = to;
      size *= 2;
      tries = 0;
    } catch (error) {
      memory.clear();
      if (error instanceof CheckpointMoved) throw error;
      if (isPassing(error)) {
        if (tookTooLong(error)) size = Math.ceil(slice.length / 2);
        await options.onTrouble(error);
        await pause(backOffMs(tries++), signal);
      } else if (slice.length > 1) {
        size = Math.ceil(slice.length / 2);
      } else {
        await options.onTrouble(error);
        // No event is to blame for tables that somebody altered.
        await assertUnaltered(orm, build);
        const delayMs = options.retryDelaysMs[tries++];
        if (delayMs !== undefined) await pause(delayMs, signal);
        else if (!last) throw error;
        else if (options.onPoison() === 'stop') throw new PoisonEvent(last, error);
        else {
          const concerned = share.partitionsOf(last);
          const parked = { event: last, error: messageOf(error), owner, partitions, concerned, from: place };
          await parkEvent(orm, build, parked);
          place = last.position;
          tries = 0;
        }
      }
    }
    const done = place;
    if (done !== undefined) rest = rest.filter((event) => event.position > done);
  }
  return place;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
