import type { MikroORM } from '@mikro-orm/postgresql';
import type { EventLog } from '../../event-log/event-log.js';
import type { Projection } from '../projection.js';
import { Notices } from '../waiting/notices.js';
import { onWanted } from '../waiting/wanted-positions.js';
import { messageOf } from '../batches/apply-batch.js';
import { Membership, SHARES_CHANNEL } from '../partitions/membership.js';
import { ProjectionRunner } from './projection-runner.js';
import { projectionsStatus, type ProjectionStatus } from './projections-status.js';

export interface ProjectorOptions {
  readonly orm: MikroORM;
  readonly eventLog: EventLog;
  readonly projections: readonly Projection[];
  /** Stops everything when it aborts; `stop()` does the same and waits. */
  readonly signal?: AbortSignal;
  /** Told of every failure, also of those that are tried again. Default: nobody; the status tells too. */
  readonly onError?: (error: Error) => void;
  /**
   * Most events in one transaction, default 20,000: the past is read in big ones, and what is new is applied as soon
   * as it arrives, be it a single event.
   */
  readonly batchSize?: number;
  /** Most bytes of event bodies in one transaction, default 16 MiB; as much again is read ahead. */
  readonly batchBytes?: number;
  /** An event that a live build cannot take stops the projection (default) or is stepped over and kept aside. */
  readonly onPoison?: 'stop' | 'park';
  /** Waits before each new try of such an event. Default 0.2, 1 and 5 s. */
  readonly retryDelaysMs?: readonly number[];
}

export interface Projector {
  /** Resolves once every batch under way has committed. */
  stop(): Promise<void>;
  status(): Promise<ProjectionStatus[]>;
}

/**
 * Feeds the live build of every projection and builds new ones beside them where the program's version is higher or
 * somebody asked. Resolves once every projection has a live build; throws if one cannot be planned.
 */
export async function startProjector(options: ProjectorOptions): Promise<Projector> {
  const { orm, eventLog, projections, signal } = options;
  const names = projections.map((projection) => projection.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`two projections are called ${twice}`);
  const onError = options.onError ?? (() => undefined);
  const membership = new Membership({
    orm,
    projections,
    onSurvey: (survey) => runners.forEach((runner) => runner.assign(survey)),
  });
  const runners = projections.map(
    (projection) =>
      new ProjectionRunner({
        orm,
        eventLog,
        projection,
        owner: membership.id,
        limits: {
          events: options.batchSize ?? 20_000,
          bytes: options.batchBytes ?? 16 * 1_048_576,
        },
        retryDelaysMs: options.retryDelaysMs ?? [200, 1_000, 5_000],
        onPoison: options.onPoison ?? 'stop',
        onError,
        onPlanned: () => membership.lookSoon(),
      }),
  );
  const notices = await Notices.connect(orm);
  const stopOnce = async () => {
    await Promise.all(runners.map((runner) => runner.stop()));
    // Where the database is away the others notice by themselves, a little later.
    await membership
      .leave()
      .catch((error: unknown) => onError(new Error(messageOf(error), { cause: error })));
    await notices.close();
  };
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= stopOnce());
  try {
    await notices.on(SHARES_CHANNEL, () => membership.lookSoon());
    for (const runner of runners) await runner.start();
    await membership.join();
    const runnerOf = (name: string) => runners.find((runner) => runner.name === name);
    const review = (name: string) => runnerOf(name)?.reviewSoon();
    await onWanted(notices, ({ projection, position }) => runnerOf(projection)?.reachFor(position));
    await notices.on('projection_switched', review);
    await notices.on('projection_requested', review);
    // Both may have come before we listened or while the connection was away.
    const reviewAll = () => runners.forEach((runner) => runner.reviewSoon());
    notices.onReconnect(() => runners.forEach((runner) => runner.lookAgain()));
    reviewAll();
  } catch (error) {
    await stop();
    throw error;
  }
  signal?.addEventListener('abort', () => void stop(), { once: true });
  return { stop, status: () => projectionsStatus(orm, eventLog) };
}
