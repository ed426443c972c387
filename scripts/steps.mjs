// Runs named steps, prints each with its time, and what a failed one said.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './setup.mjs';

const env = {
  ...process.env,
  PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
  NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
  FORCE_COLOR: '0',
};

/** One step: a command line for `sh`. Resolves to { name, ok }. `live` lets its output through as it comes. */
export function runStep(name, command, { live = false } = {}) {
  const startedAt = Date.now();
  return new Promise((resolve) => {
    const child = spawn('sh', ['-c', command], {
      cwd: root,
      env,
      stdio: ['ignore', live ? 1 : 'pipe', live ? 2 : 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => {
      const ok = code === 0;
      const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
      process.stdout.write(`${ok ? '✔' : '✘'} ${name} (${seconds} s)\n`);
      if (!ok && output) process.stdout.write(`${output.trimEnd()}\n`);
      resolve({ name, ok });
    });
  });
}

/** Several lanes side by side, each lane one step after another. */
export async function runLanes(lanes) {
  const results = await Promise.all(
    lanes.map(async (lane) => {
      const done = [];
      for (const [name, command] of lane) done.push(await runStep(name, command));
      return done;
    }),
  );
  return results.flat();
}
