import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { appendBenchmark } from './append.bench.js';
import { eventStoreBenchmark } from './event-store.bench.js';
import { faultsBenchmark } from './faults.bench.js';
import { isMet, type Figure } from './figure.js';
import { keywordsApiBenchmark } from './keywords-api.bench.js';
import { rebuildBenchmark } from './rebuild.bench.js';
import { rebuildUnderLoadBenchmark } from './rebuild-under-load.bench.js';
import { signedInBenchmark } from './signed-in.bench.js';
import { stopServersOnSignal } from './servers.js';
import { startBenchmark } from './start.bench.js';
import { timeTravelBenchmark } from './time-travel.bench.js';
import { typeAheadBenchmark } from './type-ahead.bench.js';
import { visibleBenchmark } from './visible.bench.js';

// `npm run bench [-- NAME…]`: each figure beside the yardstick of the same run, on the screen and in results.json.

const BENCHMARKS = [
  eventStoreBenchmark,
  appendBenchmark,
  rebuildBenchmark,
  rebuildUnderLoadBenchmark,
  visibleBenchmark,
  keywordsApiBenchmark,
  signedInBenchmark,
  typeAheadBenchmark,
  timeTravelBenchmark,
  startBenchmark,
];
/** A thousand kills take half an hour: run when named alone. */
const NAMED_ONLY = [faultsBenchmark];
const KNOWN = [...BENCHMARKS, ...NAMED_ONLY];

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !KNOWN.some((benchmark) => benchmark.name === name));
if (unknown.length > 0) {
  say(`there is no benchmark ${unknown.join(', ')}; there are ${KNOWN.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}

const round = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });

function line(measured: Figure): string {
  const { figure, value, unit, yardstick, yardstickValue } = measured;
  const beside =
    yardstick && yardstickValue
      ? ` | ${yardstick}: ${round(yardstickValue)} ${unit} | ${(value / yardstickValue).toFixed(2)} ×`
      : '';
  return `${figure}: ${round(value)} ${unit}${beside}${wish(measured)}\n`;
}

function wish(measured: Figure): string {
  const { target } = measured;
  if (!target) return '';
  const unit = target.of === 'ratio' ? '×' : measured.unit;
  const bounds = [
    target.atLeast === undefined ? [] : [`at least ${round(target.atLeast)} ${unit}`],
    target.atMost === undefined ? [] : [`at most ${round(target.atMost)} ${unit}`],
  ];
  return ` | ${isMet(measured) ? 'met' : 'MISSED'}: ${bounds.flat().join(', ')}`;
}

stopServersOnSignal();
const results: Record<string, Figure[]> = {};
for (const benchmark of wanted.length === 0 ? BENCHMARKS : KNOWN) {
  if (wanted.length > 0 && !wanted.includes(benchmark.name)) continue;
  say(`▶ ${benchmark.name}`);
  results[benchmark.name] = await benchmark.run(say);
  for (const figure of results[benchmark.name] ?? []) process.stdout.write(line(figure));
}
const missed = Object.values(results)
  .flat()
  .filter((figure) => !isMet(figure));
say(missed.length === 0 ? 'every target is met' : `${missed.length} targets missed (see above)`);
const report = { at: new Date().toISOString(), cores: cpus().length, node: process.version, results };
writeFileSync('bench/results.json', `${JSON.stringify(report, null, 2)}\n`);
