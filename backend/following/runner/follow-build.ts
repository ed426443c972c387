import type { MikroORM } from '@mikro-orm/postgresql';
import { EventLogUnavailable } from '../../event-log/errors.js';
import type { EventLog } from '../../event-log/event-log.js';
import { ownsAll, type Projection } from '../projection.js';
import { applyBatch, FollowAgain, messageOf } from './apply-batch.js';
import { backOffMs, pause } from './back-off.js';
import { setBuildState, type Build, type BuildState } from './builds.js';
import { BuildGone, CheckpointMoved, readCheckpoint, type Checkpoint } from './checkpoint.js';
import { isPassing } from './database.js';
import { EventBatches } from './event-batches.js';
import { EventRate } from './event-rate.js';
import { typePrefixes } from './type-prefixes.js';

export interface FollowBuildOptions {
  readonly orm: MikroORM;
  readonly eventLog: EventLog;
  readonly projection: Projection;
  readonly build: Build;
  readonly batchSize: number;
  readonly retryDelaysMs: readonly number[];
  readonly onPoison: () => 'stop' | 'park';
  readonly onError: (error: unknown) => void;
  /** Called after each commit once the past is read: a rebuild asks here whether it may answer from now on. */
  readonly whenCaughtUp?: () => Promise<void>;
}

/** Feeds one build until it is told to stop, or until something happens that only a person can mend. */
export class BuildFollower {
  private readonly aborting = new AbortController();
  private readonly rate = new EventRate(performance.now());
  private readonly context = ownsAll();
  private state: BuildState | undefined;
  private batches: EventBatches | undefined;
  private checkpoint: Checkpoint;
  private running: Promise<void> | undefined;

  constructor(private readonly options: FollowBuildOptions) {}

  get build(): Build {
    return this.options.build;
  }

  start(): void {
    this.running = this.run();
  }

  /** Lets the batch under way commit. */
  async stop(): Promise<void> {
    this.aborting.abort();
    await this.running;
  }

  /**
   * A reader waits for a place that the log may never announce, for nothing of ours lies near it. Reads on from the
   * checkpoint (less than the log's own interval of announcements) and moves up where indeed there is nothing.
   */
  async reachFor(position: bigint): Promise<void> {
    const { checkpoint, batches } = this;
    if (this.state !== 'running' || !batches || (checkpoint ?? -1n) >= position) return;
    const types = new Set<string>(this.options.projection.eventTypes);
    let reached: bigint | undefined;
    for await (const event of this.options.eventLog.readAll(
      checkpoint === undefined ? {} : { after: checkpoint },
    )) {
      if (types.has(event.type) || this.aborting.signal.aborted) return;
      reached = event.position;
      if (reached >= position) break;
    }
    if (reached !== undefined && batches === this.batches) batches.reach(reached);
  }

  private async run(): Promise<void> {
    const { signal } = this.aborting;
    for (let tries = 0; !signal.aborted;) {
      try {
        const advanced = await this.followOnce();
        if (advanced) tries = 0;
      } catch (error) {
        if (signal.aborted || error instanceof BuildGone) return;
        const again = error instanceof CheckpointMoved || error instanceof FollowAgain;
        if (!again && !isPassing(error) && !(error instanceof EventLogUnavailable)) {
          this.options.onError(error);
          return this.enter('stopped', messageOf(error));
        }
        if (!again) await this.trouble(error);
      }
      await pause(backOffMs(tries++), signal);
    }
  }

  /** Ends when the log's stream ends; answers whether anything was applied. */
  private async followOnce(): Promise<boolean> {
    const { orm, eventLog, projection, build, batchSize } = this.options;
    const following = new AbortController();
    const signal = AbortSignal.any([this.aborting.signal, following.signal]);
    this.context.memory.clear();
    const start = await readCheckpoint(orm, build);
    this.checkpoint = start;
    const headAtJoin = await eventLog.head();
    const prefixes = typePrefixes(projection.eventTypes);
    const source = eventLog.follow({ after: start, typePrefixes: prefixes, signal });
    const batches = new EventBatches(source, batchSize, headAtJoin);
    this.batches = batches;
    const stopWaiting = () => batches.close();
    signal.addEventListener('abort', stopWaiting);
    try {
      await this.enter('catching-up');
      for (let caughtUp = false; !this.aborting.signal.aborted;) {
        const batch = await batches.next();
        if (!batch) break;
        if (batch.position !== undefined)
          this.checkpoint = await applyBatch(
            {
              ...this.options,
              rate: this.rate,
              context: this.context,
              signal: this.aborting.signal,
              onTrouble: (e) => this.trouble(e),
            },
            this.checkpoint,
            batch.events,
            batch.position,
          );
        caughtUp ||= batch.caughtUp;
        if (this.aborting.signal.aborted) break;
        await this.enter(caughtUp ? 'running' : 'catching-up');
        if (caughtUp) await this.options.whenCaughtUp?.();
      }
    } finally {
      signal.removeEventListener('abort', stopWaiting);
      following.abort();
      batches.close();
    }
    return this.checkpoint !== start;
  }

  private async trouble(error: unknown): Promise<void> {
    this.options.onError(error);
    await this.enter('retrying', messageOf(error));
  }

  /** Writes the state down where operators see it; a database that is away must not hide the trouble behind its own. */
  private async enter(state: BuildState, error?: string): Promise<void> {
    if (state === this.state && error === undefined) return;
    try {
      await setBuildState(this.options.orm, this.build, state, error);
      this.state = state;
    } catch (failure) {
      if (!isPassing(failure)) throw failure;
      this.state = undefined;
    }
  }
}
