import { TRIAL_KINDS } from './faults/kinds.js';
import { runTrials, type TrialKind } from './faults/trial.js';
import type { Benchmark, Figure } from './figure.js';

// `npm run bench -- faults`: a thousand kills in all, each a function of its seed. To run some of them again:
// FAULTS_KIND=append FAULTS_SEED=17 FAULTS_COUNT=1 npm run bench -- faults

interface Wanted {
  readonly kinds: readonly TrialKind[];
  readonly firstSeed: number;
  /** Kills of each kind; undefined: as many as the kind has. */
  readonly count: number | undefined;
}

/** @throws Error that names the variable, what it holds and what it wants */
function wanted(env: NodeJS.ProcessEnv): Wanted {
  const whole = (name: string): number | undefined => {
    const text = env[name];
    if (text === undefined || text === '') return undefined;
    if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`${name} is «${text}»; it wants a whole number from 1`);
    return Number(text);
  };
  const kinds = TRIAL_KINDS.filter(({ name }) => !env['FAULTS_KIND'] || name === env['FAULTS_KIND']);
  if (kinds.length === 0)
    throw new Error(
      `FAULTS_KIND is «${env['FAULTS_KIND']}»; it wants one of ${TRIAL_KINDS.map(({ name }) => name).join(', ')}`,
    );
  return { kinds, firstSeed: whole('FAULTS_SEED') ?? 1, count: whole('FAULTS_COUNT') };
}

/** Kills programs and servers in the middle of their work; nothing acknowledged may be lost or doubled. */
export const faultsBenchmark: Benchmark = {
  name: 'faults',
  async run(say) {
    const { kinds, firstSeed, count } = wanted(process.env);
    const figures: Figure[] = [];
    let violated = 0;
    for (const kind of kinds) {
      say(`… ${kind.name}: ${kind.about}`);
      const report = await runTrials(kind, { firstSeed, count: count ?? kind.count, say });
      violated += report.violations.length;
      const late = report.trials.length - report.hits;
      say(
        `  ${report.hits} kills in the middle (${late} came too late), seeds from ${firstSeed}, ${report.violations.length} violations, ${report.seconds.toFixed(0)} s`,
      );
      figures.push({
        figure: `${kind.name}: kills in the middle after which everything was right`,
        value: report.hits - new Set(report.trials.filter((t) => t.hit && t.violations.length > 0)).size,
        unit: 'kills',
        yardstick: `kills in the middle (undisturbed: ${report.yardstick})`,
        yardstickValue: report.hits,
        target: { of: 'ratio', atLeast: 1 },
      });
    }
    if (violated > 0) process.exitCode = 1;
    return figures;
  },
};
