import type { MikroORM } from '@mikro-orm/postgresql';
import type { EventLog } from '../../event-log/event-log.js';
import type { Projection } from '../projection.js';
import { planBuilds, type BuildPlan } from '../rebuild/plan-builds.js';
import { dropOlderBuilds, switchBuild } from '../rebuild/switch-build.js';
import { messageOf } from '../batches/apply-batch.js';
import { backOffMs, pause } from './back-off.js';
import type { Build } from '../builds/builds.js';
import type { BatchLimits } from '../batches/event-batches.js';
import { BuildFollower } from './follow-build.js';
import type { Survey } from '../partitions/membership.js';

export interface ProjectionRunnerOptions {
  readonly orm: MikroORM;
  readonly eventLog: EventLog;
  readonly projection: Projection;
  /** Id of this process among those that share the work. */
  readonly owner: string;
  readonly limits: BatchLimits;
  readonly retryDelaysMs: readonly number[];
  readonly onPoison: 'stop' | 'park';
  readonly onError: (error: Error) => void;
  /** The builds are others than before: who feeds what must be looked at anew. */
  readonly onPlanned: () => void;
}

/** Keeps the right builds of one projection fed: the live one, and beside it the one that is being built. */
export class ProjectionRunner {
  private readonly followers = new Map<number, BuildFollower>();
  private readonly stopping = new AbortController();
  private plan: BuildPlan | undefined;
  /** The build that was compared and found poorer: not compared again at every batch. */
  private held: number | undefined;
  private lastReview: Promise<void> = Promise.resolve();

  constructor(private readonly options: ProjectionRunnerOptions) {}

  get name(): string {
    return this.options.projection.name;
  }

  /** Throws if the plan cannot be made, so that a start with a broken database or broken tables fails at once. */
  async start(): Promise<void> {
    await this.review();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.lastReview;
    await Promise.all([...this.followers.values()].map((follower) => follower.stop()));
  }

  /** Something about the builds has changed: look again, after the look that is under way. */
  reviewSoon(): void {
    this.lastReview = this.lastReview.then(() => this.reviewUntilDone());
  }

  /** The database was away: what we believe of it may not be so any more. */
  lookAgain(): void {
    this.reviewSoon();
    for (const follower of this.followers.values()) follower.lookAgain();
  }

  /** Who feeds what, as the database has it now. */
  assign(survey: Survey): void {
    for (const follower of this.followers.values()) follower.assign(survey.assignment(follower.build));
  }

  /** A reader waits for the live build to be at this place. */
  reachFor(position: bigint): void {
    const live = this.plan && this.followers.get(this.plan.live.build);
    live?.reachFor(position);
  }

  private async reviewUntilDone(): Promise<void> {
    for (let tries = 0; !this.stopping.signal.aborted; tries += 1) {
      try {
        return await this.review();
      } catch (error) {
        this.report(error);
        await pause(backOffMs(tries), this.stopping.signal);
      }
    }
  }

  private async review(): Promise<void> {
    const { orm, projection, onPlanned } = this.options;
    const plan = await planBuilds(orm, projection);
    this.plan = plan;
    for (const [number, follower] of this.followers) {
      if (plan.followed.some((build) => build.build === number)) continue;
      this.followers.delete(number);
      await follower.stop();
    }
    for (const build of plan.followed) {
      if (this.followers.get(build.build)?.isGone === false) continue;
      const follower = this.follow(build);
      this.followers.set(build.build, follower);
      follower.start();
    }
    onPlanned();
    // A long query on the oldest tables is no reason to stop: the next look tries again.
    await dropOlderBuilds(orm, projection.name).catch((error: unknown) => this.report(error));
  }

  private follow(build: Build): BuildFollower {
    const isBuilding = () => this.plan?.building?.build === build.build;
    return new BuildFollower({
      ...this.options,
      build,
      // What cannot be built cleanly never gets to answer.
      onPoison: () => (isBuilding() ? 'stop' : this.options.onPoison),
      onError: (error) => this.report(error, build),
      whenCaughtUp: async () => {
        if (isBuilding()) await this.trySwitch(build);
      },
    });
  }

  private async trySwitch(build: Build): Promise<void> {
    if (this.held === build.build) return;
    const outcome = await switchBuild(this.options.orm, build, { anyway: false });
    if (outcome === 'held') this.held = build.build;
    // The old build's follower is stopped by the review; a follower cannot wait for it here without waiting for itself.
    if (outcome === 'switched' || outcome === 'gone') this.reviewSoon();
  }

  private report(error: unknown, build?: Build): void {
    const about = build ? `${this.name} (build ${build.build})` : this.name;
    this.options.onError(new Error(`projection ${about}: ${messageOf(error)}`, { cause: error }));
  }
}
