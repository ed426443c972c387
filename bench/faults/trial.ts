import { Seeded } from './seeded.js';

export const KINDS = ['append', 'projection', 'posts', 'postgres', 'redis'] as const;
export type KindName = (typeof KINDS)[number];

/** What one kill did. */
export interface Outcome {
  /** The kill came while there was work left: only then the trial counts. */
  readonly hit: boolean;
  /** In words; none, or the product lost something. */
  readonly violations: readonly string[];
}

/** Warm servers that many trials share. */
export interface TrialStage {
  /** How many trials may run at once: each in a lane of its own, from 0. */
  readonly lanes: number;
  /** The same work without a kill, in words: what the trials are measured by. */
  yardstick(): Promise<string>;
  trial(random: Seeded, lane: number): Promise<Outcome>;
  close(): Promise<void>;
}

export interface TrialKind {
  readonly name: KindName;
  /** What is killed, and what must hold, in one line. */
  readonly about: string;
  /** Kills in the middle that make a whole run. */
  readonly count: number;
  open(): Promise<TrialStage>;
}

export interface Trial extends Outcome {
  readonly seed: number;
  readonly ms: number;
}

export interface Report {
  readonly kind: KindName;
  readonly trials: readonly Trial[];
  readonly hits: number;
  readonly violations: readonly string[];
  readonly yardstick: string;
  readonly seconds: number;
}

/** Kills that come too late do not count; a kind whose kills nearly all do is broken itself. */
const MOST_TRIALS_PER_HIT = 3;
/** Whatever hangs longer than this is lost. */
const PATIENCE_MS = 180_000;

export interface RunOptions {
  /** Of the first trial; the next ones follow. */
  readonly firstSeed: number;
  /** Kills in the middle. */
  readonly count: number;
  readonly say: (line: string) => void;
}

/** Trials of one kind until so many kills have hit in the middle. Goes on after a violation, so that all are seen. */
export async function runTrials(kind: TrialKind, options: RunOptions): Promise<Report> {
  const { firstSeed, count, say } = options;
  const stage = await kind.open();
  try {
    const yardstick = await stage.yardstick();
    say(`  undisturbed: ${yardstick}`);
    const startedAt = performance.now();
    const trials: Trial[] = [];
    let seed = firstSeed;
    let running = 0;
    const hits = () => trials.filter(({ hit }) => hit).length;
    const lane = async (number: number): Promise<void> => {
      // One more only while the running ones would not be enough, so that a run of so many seeds is the same each time.
      while (hits() + running < count && trials.length + running < count * MOST_TRIALS_PER_HIT) {
        running += 1;
        const trial = await timed(stage, seed++, number);
        running -= 1;
        trials.push(trial);
        for (const violation of trial.violations) say(`  ✘ ${kind.name}, seed ${trial.seed}: ${violation}`);
        if (trial.hit && hits() % 50 === 0) say(`  … ${hits()} of ${count} kills`);
      }
    };
    const lanes = Math.min(stage.lanes, count);
    await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
    const violations = trials.flatMap((trial) =>
      trial.violations.map((violation) => `seed ${trial.seed}: ${violation}`),
    );
    const seconds = (performance.now() - startedAt) / 1000;
    return { kind: kind.name, trials, hits: hits(), violations, yardstick, seconds };
  } finally {
    await stage.close();
  }
}

async function timed(stage: TrialStage, seed: number, lane: number): Promise<Trial> {
  const startedAt = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome>((resolve) => {
    const outcome = { hit: true, violations: [`not over within ${PATIENCE_MS / 1000} s`] };
    timer = setTimeout(() => resolve(outcome), PATIENCE_MS);
  });
  const failed = (error: unknown): Outcome => ({
    hit: true,
    violations: [`broke off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`],
  });
  const outcome = await Promise.race([stage.trial(new Seeded(seed), lane).catch(failed), late]);
  clearTimeout(timer);
  return { ...outcome, seed, ms: performance.now() - startedAt };
}
