// `npm run profile -- BENCHMARK`: runs a benchmark while every Node process of it is sampled, leaves a flame graph of
// each under bench/profiles/BENCHMARK and prints what took most of the time.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, refuse, root, setUp } from './setup.mjs';
import { costliest, programOf, secondsOfWork } from './profile/costs.mjs';
import { flameGraphScript, indexPage } from './profile/flame-graph.mjs';

const [benchmark, ...rest] = process.argv.slice(2);
if (!benchmark || !/^[a-z-]+$/.test(benchmark) || rest.length > 0)
  refuse('Name one benchmark: npm run profile -- rebuild');
await setUp({ redis: true, backend: true });

const folder = join(root, 'bench', 'profiles', benchmark);
const samples = join(folder, 'samples');
rmSync(folder, { recursive: true, force: true });
mkdirSync(samples, { recursive: true });

if ((await runSampled()) !== 0) refuse(`the benchmark ${benchmark} failed: see above.`);

const profiles = readdirSync(samples)
  .map((file) => ({ file, profile: JSON.parse(readFileSync(join(samples, file), 'utf8')) }))
  .map(({ file, profile }) => ({
    file,
    profile,
    program: programOf(profile, root),
    seconds: secondsOfWork(profile),
  }))
  .filter(({ program }) => program !== undefined)
  .sort((one, other) => other.seconds - one.seconds);
if (profiles.length === 0) refuse(`the benchmark ${benchmark} left no samples.`);

cpSync(join(root, 'node_modules', 'speedscope', 'dist', 'release'), join(folder, 'viewer'), {
  recursive: true,
});
const graphs = profiles.map(({ file, profile, program, seconds }, place) => {
  const script = `${String(place + 1).padStart(2, '0')}-${program.replaceAll('/', '-')}.js`;
  writeFileSync(join(folder, script), flameGraphScript(program, readFileSync(join(samples, file))));
  process.stdout.write(`\n${program}: ${seconds.toFixed(1)} s of work\n`);
  for (const { percent, name, where } of costliest(profile, root, 12))
    process.stdout.write(`  ${percent.toFixed(1).padStart(5)} %  ${name}  ${where}\n`);
  return { program, seconds, script };
});
writeFileSync(join(folder, 'index.html'), indexPage(benchmark, graphs));
process.stdout.write(`\nflame graphs: bench/profiles/${benchmark}/index.html\n`);

function runSampled() {
  const child = spawn(pinnedNode, [join(root, 'dist', 'bench', 'run.js'), benchmark], {
    cwd: root,
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --cpu-prof --cpu-prof-dir=${samples}`.trim(),
    },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}
