import type { MikroORM } from '@mikro-orm/postgresql';
import { rows } from '../../../following/database/database.js';
import { RETENTION } from './retention.js';

const EVERY_MS = 3_600_000;
/** Steps of an authenticator count these since 1970. */
const STEP_S = 30;

/** Deletes what was kept of sessions and codes longer than `RETENTION` says. Repeating it changes nothing. */
export async function forgetOld(orm: MikroORM, nowMs: number): Promise<void> {
  const nowS = nowMs / 1_000;
  await rows(
    orm,
    'delete from security.sessions where coalesce(ended_at, expires_at) < to_timestamp($1::float8)',
    [nowS - RETENTION.endedSessionS],
  );
  await rows(orm, 'delete from security.used_codes where step < $1', [
    Math.floor((nowS - RETENTION.usedCodeS) / STEP_S),
  ]);
}

/** Forgets now and every hour. @returns what ends it */
export function keepForgetting(
  orm: MikroORM,
  onError: (error: Error) => void,
  everyMs = EVERY_MS,
): () => void {
  const forget = () =>
    void forgetOld(orm, Date.now()).catch((error: unknown) =>
      onError(error instanceof Error ? error : new Error(String(error))),
    );
  forget();
  const timer = setInterval(forget, everyMs);
  return () => clearInterval(timer);
}
