import { TRIAL_KINDS } from './kinds.js';
import { runTrials, type Report } from './trial.js';

// `node main.js --kind append --count 12 --seed 1`: trials of one kind, the report as JSON on standard output.

const option = (name: string, fallback: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : (process.argv[at + 1] ?? fallback);
};
const kind = TRIAL_KINDS.find(({ name }) => name === option('kind', ''));
if (!kind) {
  process.stderr.write(`--kind must be one of ${TRIAL_KINDS.map(({ name }) => name).join(', ')}\n`);
  process.exit(1);
}
const report: Report = await runTrials(kind, {
  firstSeed: Number(option('seed', '1')),
  count: Number(option('count', String(kind.count))),
  say: (line) => void process.stderr.write(`${line}\n`),
});
process.stdout.write(`${JSON.stringify(report)}\n`);
process.exit(0);
