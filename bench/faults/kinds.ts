import { appendTrials } from './append-trials.js';
import { postgresTrials } from './postgres-trials.js';
import { postTrials } from './post-trials.js';
import { projectionTrials } from './projection-trials.js';
import { redisTrials } from './redis-trials.js';
import type { TrialKind } from './trial.js';

/** Every kind of kill trial: a thousand kills in all. */
export const TRIAL_KINDS: readonly TrialKind[] = [
  appendTrials,
  projectionTrials,
  postTrials,
  postgresTrials,
  redisTrials,
];
