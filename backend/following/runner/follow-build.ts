import type { MikroORM } from '@mikro-orm/postgresql';
import { EventLogUnavailable } from '../../event-log/errors.js';
import type { EventLog } from '../../event-log/event-log.js';
import type { Projection } from '../projection.js';
import { applyBatch, messageOf } from '../batches/apply-batch.js';
import { assertUnaltered } from '../builds/altered-build.js';
import { backOffMs, pause } from './back-off.js';
import type { Build } from '../builds/builds.js';
import { BuildGone, CheckpointMoved, readHeld } from '../batches/checkpoint.js';
import { isPassing } from '../database/database.js';
import { EventBatches, type BatchLimits } from '../batches/event-batches.js';
import { EventRate } from '../batches/event-rate.js';
import type { Checkpoint, HeldPartitions } from '../partitions/held-partitions.js';
import { addLateIndexes } from '../builds/late-indexes.js';
import type { Assignment } from '../partitions/membership.js';
import {
  claimPartitions,
  releasePartitions,
  setFollowerState,
  type FollowerState,
} from '../partitions/partition-owners.js';
import { typePrefixes } from './type-prefixes.js';
import { WantedPlace } from './wanted-place.js';

export interface FollowBuildOptions {
  readonly orm: MikroORM;
  readonly eventLog: EventLog;
  readonly projection: Projection;
  readonly build: Build;
  /** Id of this process: what stands in the rows of the partitions that it feeds. */
  readonly owner: string;
  readonly limits: BatchLimits;
  readonly retryDelaysMs: readonly number[];
  readonly onPoison: () => 'stop' | 'park';
  readonly onError: (error: unknown) => void;
  /** Called after each commit once the past is read: a rebuild asks here whether it may answer from now on. */
  readonly whenCaughtUp?: () => Promise<void>;
}

/** Feeds this process's partitions of one build until it is told to stop, or until only a person can help. */
export class BuildFollower {
  private readonly aborting = new AbortController();
  private readonly rate = new EventRate(performance.now());
  private readonly memory = new Map<string, unknown>();
  private readonly wanted: WantedPlace;
  private targets: readonly number[] = [];
  /** What the database says of our partitions is not what we last settled. */
  private unsettled = false;
  private wake: (() => void) | undefined;
  private held: HeldPartitions | undefined;
  private state: FollowerState | undefined;
  private batches: EventBatches | undefined;
  private busy = true;
  private running: Promise<void> | undefined;
  private gone = false;
  /** Bare tables fill faster: the late indexes are made once the past is read. */
  private indexed: boolean;

  constructor(private readonly options: FollowBuildOptions) {
    this.indexed = options.build.indexed;
    const { eventLog, projection, onError } = options;
    this.wanted = new WantedPlace({
      eventLog,
      eventTypes: projection.eventTypes,
      signal: this.aborting.signal,
      onError,
      standing: () => this.standing(),
    });
  }

  get build(): Build {
    return this.options.build;
  }

  /** Its build was dropped, or lost by a database that crashed right after it was made. */
  get isGone(): boolean {
    return this.gone;
  }

  start(): void {
    this.running = this.run();
  }

  /** Lets the batch under way commit, then gives the partitions back. */
  async stop(): Promise<void> {
    this.aborting.abort();
    this.wake?.();
    await this.running;
    const { orm, owner, onError } = this.options;
    // Who cannot say so loses them a little later, when it is not seen any more.
    await releasePartitions(orm, this.build, owner, []).catch(onError);
  }

  /** Which partitions should be fed from here. Takes and gives up after the batch under way. */
  assign({ targets, free, owned }: Assignment): void {
    this.targets = targets;
    const held = this.held?.partitions ?? [];
    const asBelieved = held.length === owned.length && held.every((partition) => owned.includes(partition));
    if (asBelieved && free.length === 0 && held.every((partition) => targets.includes(partition))) return;
    this.unsettled = true;
    this.batches?.close();
    this.wake?.();
  }

  /**
   * The database was away. One that crashed may have lost what it had acknowledged last, and nothing would tell us
   * before the next event: read anew where our partitions stand.
   */
  lookAgain(): void {
    this.unsettled = true;
    this.batches?.close();
    this.wake?.();
  }

  /** A reader waits for this place; nothing of ours may lie there. */
  reachFor(position: bigint): void {
    this.wanted.want(position);
  }

  private async run(): Promise<void> {
    const { signal } = this.aborting;
    for (let tries = 0; !signal.aborted;) {
      try {
        const held = await this.settle();
        if (held.partitions.length === 0) await this.nextAssignment();
        else if (await this.followOnce(held)) tries = 0;
      } catch (error) {
        if (error instanceof BuildGone) this.gone = true;
        if (signal.aborted || this.gone) return;
        const again = error instanceof CheckpointMoved;
        if (!again && !isPassing(error) && !(error instanceof EventLogUnavailable)) {
          this.options.onError(error);
          return this.enter('stopped', messageOf(error));
        }
        if (!again) await this.trouble(error);
      }
      if (!this.unsettled) await pause(backOffMs(tries++), signal);
    }
  }

  /** Gives back what is not ours to feed, takes what is, and reads where all of it stands. */
  private async settle(): Promise<HeldPartitions> {
    const { orm, build, owner } = this.options;
    this.unsettled = false;
    const targets = this.targets;
    await releasePartitions(orm, build, owner, targets);
    if (targets.length > 0) await claimPartitions(orm, build, owner, targets);
    this.held = await readHeld(orm, build, owner);
    // Others may have written what we remember of the rows, and the state of what we took.
    this.memory.clear();
    this.state = undefined;
    return this.held;
  }

  private async nextAssignment(): Promise<void> {
    while (!this.unsettled && !this.aborting.signal.aborted)
      await new Promise<void>((resolve) => (this.wake = resolve));
  }

  /** Ends when the log's stream ends or the partitions change; answers whether anything was applied. */
  private async followOnce(held: HeldPartitions): Promise<boolean> {
    const { orm, eventLog, projection, build, limits } = this.options;
    await assertUnaltered(orm, build);
    const following = new AbortController();
    const signal = AbortSignal.any([this.aborting.signal, following.signal]);
    const start = held.least;
    const headAtJoin = await eventLog.head();
    const prefixes = typePrefixes(projection.eventTypes);
    const source = eventLog.follow({ after: start, typePrefixes: prefixes, signal });
    const batches = new EventBatches(source, limits, headAtJoin);
    this.batches = batches;
    const stopWaiting = () => batches.close();
    signal.addEventListener('abort', stopWaiting);
    try {
      await this.enter('catching-up');
      for (let caughtUp = false; !this.aborting.signal.aborted && !this.unsettled;) {
        this.busy = false;
        this.wanted.look();
        const batch = await batches.next();
        this.busy = true;
        if (!batch) break;
        if (batch.position !== undefined)
          await applyBatch(
            {
              ...this.options,
              rate: this.rate,
              memory: this.memory,
              signal: this.aborting.signal,
              onTrouble: (e) => this.trouble(e),
            },
            held,
            batch.events,
            batch.position,
          );
        caughtUp ||= batch.caughtUp;
        if (this.aborting.signal.aborted) break;
        if (caughtUp) await this.makeIndexes();
        await this.enter(caughtUp ? 'running' : 'catching-up');
        if (caughtUp) await this.options.whenCaughtUp?.();
      }
    } finally {
      this.busy = true;
      signal.removeEventListener('abort', stopWaiting);
      following.abort();
      batches.close();
    }
    return held.least !== start;
  }

  private async makeIndexes(): Promise<void> {
    if (this.indexed) return;
    await addLateIndexes(this.options.orm, this.options.projection, this.build);
    this.indexed = true;
  }

  /** Undefined while a batch is under way or about to be. */
  private standing(): { place: Checkpoint; batches: EventBatches } | undefined {
    const { held, batches, busy } = this;
    if (!held || !batches || busy || !batches.empty || this.state !== 'running') return undefined;
    return { place: held.least, batches };
  }

  private async trouble(error: unknown): Promise<void> {
    this.options.onError(error);
    await this.enter('retrying', messageOf(error));
  }

  /** Writes the state down where operators see it; a database that is away must not hide the trouble behind its own. */
  private async enter(state: FollowerState, error?: string): Promise<void> {
    if (state === this.state && error === undefined) return;
    const { orm, owner, onError } = this.options;
    try {
      await setFollowerState(orm, this.build, owner, state, error);
      this.state = state;
    } catch (failure) {
      this.state = undefined;
      if (!isPassing(failure)) onError(failure);
    }
  }
}
