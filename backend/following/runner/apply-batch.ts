import type { MikroORM } from '@mikro-orm/postgresql';
import type { AnyRecordedEvent } from '../../event-log/event-log.js';
import type { ApplyContext, Projection } from '../projection.js';
import { backOffMs, pause } from './back-off.js';
import type { Build } from './builds.js';
import { CheckpointMoved, readCheckpoint, type Checkpoint } from './checkpoint.js';
import { commitBatch } from './commit-batch.js';
import { isPassing } from './database.js';
import type { EventRate } from './event-rate.js';
import { parkEvent } from './park-event.js';

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

/** The checkpoint went back behind us: the log must be followed again from there. */
export class FollowAgain extends Error {
  override readonly name = 'FollowAgain';
}

export interface ApplyOptions {
  readonly orm: MikroORM;
  readonly projection: Projection;
  readonly build: Build;
  readonly signal: AbortSignal;
  readonly rate: EventRate;
  readonly context: ApplyContext;
  /** How long to wait before each new try of an event that fails alone. */
  readonly retryDelaysMs: readonly number[];
  readonly onPoison: () => 'stop' | 'park';
  readonly onTrouble: (error: unknown) => Promise<void>;
}

/**
 * Applies events in order, all of them, whatever it takes: waits while the database is away, halves a batch that
 * fails until the guilty event stands alone, tries that again with growing delays, then parks it or throws
 * PoisonEvent. Where another runner was faster, what it did is skipped. Answers with the new checkpoint.
 */
export async function applyBatch(
  options: ApplyOptions,
  start: Checkpoint,
  events: readonly AnyRecordedEvent[],
  upTo: bigint,
): Promise<Checkpoint> {
  const { orm, projection, build, signal, rate } = options;
  let checkpoint = start;
  let rest = events;
  let size = Math.max(events.length, 1);
  let tries = 0;
  while (checkpoint === undefined || checkpoint < upTo) {
    if (signal.aborted) return checkpoint;
    const slice = rest.slice(0, size);
    const last = slice.at(-1);
    const to = slice.length === rest.length ? upTo : (last?.position ?? upTo);
    try {
      const eventsPerSecond = rate.perSecond(performance.now());
      await commitBatch(
        orm,
        projection,
        build,
        { events: slice, from: checkpoint, to, eventsPerSecond },
        options.context,
      );
      rate.add(slice.length, performance.now());
      checkpoint = to;
      size *= 2;
      tries = 0;
    } catch (error) {
      options.context.memory.clear();
      if (error instanceof CheckpointMoved) {
        checkpoint = await whereOthersAre(orm, build, checkpoint);
      } else if (isPassing(error)) {
        await options.onTrouble(error);
        await pause(backOffMs(tries++), signal);
      } else if (slice.length > 1) {
        size = Math.ceil(slice.length / 2);
      } else {
        await options.onTrouble(error);
        const delayMs = options.retryDelaysMs[tries++];
        if (delayMs !== undefined) await pause(delayMs, signal);
        else if (!last) throw error;
        else if (options.onPoison() === 'stop') throw new PoisonEvent(last, error);
        else {
          await parkEvent(orm, build, { event: last, from: checkpoint, error: messageOf(error) });
          checkpoint = last.position;
          tries = 0;
        }
      }
    }
    const done = checkpoint;
    if (done !== undefined) rest = rest.filter((event) => event.position > done);
  }
  return checkpoint;
}

async function whereOthersAre(orm: MikroORM, build: Build, ours: Checkpoint): Promise<Checkpoint> {
  const theirs = await readCheckpoint(orm, build);
  if (theirs === undefined || (ours !== undefined && theirs <= ours))
    throw new FollowAgain(`the checkpoint of ${build.projection} went back to ${theirs ?? 'the start'}`);
  return theirs;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
