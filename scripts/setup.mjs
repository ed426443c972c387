// Installs what is missing and builds what has changed. Runs on Node 20 and before any package is there, so it
// uses Node alone. Everything it says goes to standard error: standard output belongs to the command itself.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const pinnedNode = join(root, 'node_modules', '.bin', 'node');
const env = { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}` };
const say = (text) => process.stderr.write(`${text}\n`);

/** Ends the program with one line that says what is wrong and how to mend it. */
export function refuse(line) {
  say(line);
  process.exit(1);
}

/** Runs a command from the project's root; its output follows ours on standard error. Resolves to the exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 2, 2], ...options });
    child.on('error', (error) => {
      say(`${command}: ${error.message}`);
      resolve(127);
    });
    child.on('exit', (code, signal) => resolve(signal ? 1 : code));
  });
}

const onPath = (name) => spawnSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' }).status === 0;

async function step(title, work) {
  const startedAt = Date.now();
  say(`… ${title}`);
  await work();
  say(`✔ ${title} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
}

function stampOf(folders, files) {
  const hash = createHash('sha256');
  const walk = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const child = join(path, entry.name);
      if (['results.json', 'profiles'].includes(entry.name)) continue; // what a benchmark found is not what it is built from
      if (entry.isDirectory()) walk(child);
      else hash.update(`${child}|${statSync(child).size}|${statSync(child).mtimeMs}\n`);
    }
  };
  for (const folder of folders) if (existsSync(join(root, folder))) walk(join(root, folder));
  for (const file of files) if (existsSync(join(root, file))) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

async function unlessStamped(stampFile, stamp, work) {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  rmSync(stampFile, { force: true });
  await work();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}

function checkNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20)
    refuse(`Node ${process.versions.node} is too old: install Node 20 or later and run this again.`);
}

async function ensurePackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  await unlessStamped(join(root, 'node_modules', '.digitallz-installed'), lock, () =>
    step('installing npm packages (about a minute)', async () => {
      // The lock file rules. Not `npm ci`: it refuses a lock file that was written where the registry lacks the
      // optional binaries of other systems, though none of them is wanted here.
      // npm warns that this Node is older than some packages want; they run on the pinned Node, not on this one.
      const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
      const code = await run('npm', args, { env: process.env });
      if (code !== 0) refuse('npm install failed: see above, mend it (network?) and run this again.');
    }),
  );
}

const chromiumPath = () =>
  [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((path) => path && existsSync(path));

async function ensureSystemPackages({ redis, chromium }) {
  const missing = [];
  if (redis && !onPath('redis-server')) missing.push('redis-server');
  if (chromium && !chromiumPath()) missing.push('chromium');
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !onPath('apt-get'))
    refuse(
      `${missing.join(' and ')} missing: run «sudo apt-get install -y ${missing.join(' ')}» and start again.`,
    );
  await step(`installing ${missing.join(' and ')} with apt`, async () => {
    const apt = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    await run('apt-get', ['update', '-qq'], apt);
    const code = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], apt);
    if (code !== 0)
      refuse(`apt-get could not install ${missing.join(' ')}: see above, mend it and run this again.`);
  });
}

const BUILD_FILES = [
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
  'angular.json',
];

async function ensureBackend() {
  const stamp = stampOf(['backend', 'crawler', 'bench'], BUILD_FILES);
  await unlessStamped(join(root, 'dist', '.backend-stamp'), stamp, () =>
    step('building backend and crawler', async () => {
      if ((await run('nest', ['build', '--silent'])) !== 0) refuse('the backend does not build: see above.');
    }),
  );
}

async function ensureFrontend() {
  const stamp = stampOf(['frontend'], BUILD_FILES);
  await unlessStamped(join(root, 'dist', '.frontend-stamp'), stamp, () =>
    step('building the dashboard', async () => {
      const options = { env: { ...env, NG_CLI_ANALYTICS: 'false' } };
      if ((await run('ng', ['build', '--progress=false'], options)) !== 0)
        refuse('the dashboard does not build: see above.');
    }),
  );
}

/** What a command needs: packages always; the rest as told. Costs under a second when nothing is missing. */
export async function setUp({ redis = false, chromium = false, backend = false, frontend = false } = {}) {
  checkNode();
  await ensurePackages();
  await ensureSystemPackages({ redis: redis && !process.env.REDIS_URL, chromium });
  await Promise.all([backend && ensureBackend(), frontend && ensureFrontend()]);
  if (chromiumPath()) process.env.CHROMIUM_PATH ??= chromiumPath();
}

/** Runs a built program on the pinned Node in our place: signals are passed on, its exit code becomes ours. */
export function become(program, args = []) {
  // Of its own process group, so that a Ctrl-C reaches it once, through us, and it can stop things in order.
  const child = spawn(pinnedNode, ['--enable-source-maps', join(root, program), ...args], {
    cwd: process.cwd(),
    env: { ...env, ...process.env, PATH: env.PATH },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm killed without a word (kill -9) would leave us to nobody.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1_000).unref();
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
