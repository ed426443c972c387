import type { MikroORM } from '@mikro-orm/postgresql';
import type { EventLog } from '../../event-log/event-log.js';
import type { Projection } from '../projection.js';
import { Notices } from '../waiting/notices.js';
import { onWanted } from '../waiting/wanted-positions.js';
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
  /** Most events in one transaction. Default 1,000. */
  readonly batchSize?: number;
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
  const runners = projections.map(
    (projection) =>
      new ProjectionRunner({
        orm,
        eventLog,
        projection,
        batchSize: options.batchSize ?? 1_000,
        retryDelaysMs: options.retryDelaysMs ?? [200, 1_000, 5_000],
        onPoison: options.onPoison ?? 'stop',
        onError: options.onError ?? (() => undefined),
      }),
  );
  const notices = await Notices.connect(orm);
  const stop = async () => {
    await Promise.all(runners.map((runner) => runner.stop()));
    await notices.close();
  };
  try {
    for (const runner of runners) await runner.start();
    const runnerOf = (name: string) => runners.find((runner) => runner.name === name);
    const review = (name: string) => runnerOf(name)?.reviewSoon();
    await onWanted(notices, ({ projection, position }) => void runnerOf(projection)?.reachFor(position));
    await notices.on('projection_switched', review);
    await notices.on('projection_requested', review);
    // Both may have come before we listened or while the connection was away.
    const reviewAll = () => runners.forEach((runner) => runner.reviewSoon());
    notices.onReconnect(reviewAll);
    reviewAll();
  } catch (error) {
    await stop();
    throw error;
  }
  signal?.addEventListener('abort', () => void stop(), { once: true });
  return { stop, status: () => projectionsStatus(orm, eventLog) };
}
