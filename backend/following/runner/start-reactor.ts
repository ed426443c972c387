import type { MikroORM } from '@mikro-orm/postgresql';
import type { EventLog } from '../../event-log/event-log.js';
import type { Reaction } from '../reaction.js';
import { messageOf } from '../batches/apply-batch.js';
import { rows } from '../database/database.js';
import { ReactionFollower } from './reaction-follower.js';

export interface ReactorOptions {
  readonly orm: MikroORM;
  readonly eventLog: EventLog;
  readonly reactions: readonly Reaction[];
  /** Stops everything when it aborts; `stop()` does the same and waits. */
  readonly signal?: AbortSignal;
  /** Told of every failure, also of those that are tried again. Default: nobody; `reactionsStatus` tells too. */
  readonly onError?: (error: Error) => void;
}

export interface Reactor {
  /** Resolves once the effects under way are done and written down. */
  stop(): Promise<void>;
}

/**
 * Follows the log once for each reaction, one event after another. A reaction that is started for the first time
 * begins with the first event of the log. Resolves once each has its checkpoint row.
 */
export async function startReactor(options: ReactorOptions): Promise<Reactor> {
  const { orm, eventLog, reactions, signal } = options;
  const report = options.onError ?? (() => undefined);
  const names = reactions.map((reaction) => reaction.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`two reactions are called ${twice}`);
  await rows(
    orm,
    'insert into following.reactions (reaction) select unnest($1::text[]) on conflict (reaction) do nothing',
    [names],
  );
  const followers = reactions.map((reaction) => {
    const onError = (error: unknown) =>
      report(new Error(`reaction ${reaction.name}: ${messageOf(error)}`, { cause: error }));
    return new ReactionFollower({ orm, eventLog, reaction, onError });
  });
  for (const follower of followers) follower.start();
  const stop = async () => {
    await Promise.all(followers.map((follower) => follower.stop()));
  };
  signal?.addEventListener('abort', () => void stop(), { once: true });
  return { stop };
}

export interface ReactionStatus {
  readonly name: string;
  readonly position: string | null;
  readonly eventsCounted: number;
  readonly status: 'running' | 'retrying' | 'stopped';
  readonly error?: string;
}

export async function reactionsStatus(orm: MikroORM): Promise<ReactionStatus[]> {
  const found = await rows<Omit<ReactionStatus, 'error'> & { error: string | null }>(
    orm,
    `select reaction as name, position, events_counted::float8 as "eventsCounted", state as status, error
       from following.reactions order by reaction`,
  );
  return found.map(({ error, ...row }) => (error === null ? row : { ...row, error }));
}
