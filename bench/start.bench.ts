import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../backend/local-servers/run-file.js';
import type { Benchmark } from './figure.js';

const STARTER = new URL('../backend/local-servers/start.js', import.meta.url).pathname;

/** Seconds from the command to the words «is ready»; stops the product again. */
async function secondsToReady(env: NodeJS.ProcessEnv): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [STARTER], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const seconds = await new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.includes('is ready')) resolve((performance.now() - startedAt) / 1000);
    });
    void ended.then(() => reject(new Error('the product ended before it was ready')));
  });
  child.kill('SIGTERM');
  await ended;
  return seconds;
}

/** How long a start takes that is built already: the first, which seeds the demo, and the second, which finds it. */
export const startBenchmark: Benchmark = {
  name: 'start',
  async run(say) {
    const folder = mkdtempSync(join(tmpdir(), 'digitallz-bench-'));
    try {
      const env = { ...process.env, DATA_DIR: folder, PORT: String(await freePort('PORT', 0)) };
      say('… first start, with the demo data');
      const first = await secondsToReady(env);
      say('… second start');
      const second = await secondsToReady(env);
      return [
        { figure: 'first start until ready, seeding the demo', value: first, unit: 's' },
        {
          figure: 'second start until ready',
          value: second,
          unit: 's',
          yardstick: 'what was promised',
          yardstickValue: 20,
        },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
