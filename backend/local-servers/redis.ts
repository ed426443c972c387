import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { EndedTooSoon, watchProcess, type RunningProcess } from './node-process.js';

/** Starts `redis-server` from the path, append-only file in `folder`, on 127.0.0.1 with a password. */
export async function startRedis(options: {
  folder: string;
  port: number;
  password: string;
}): Promise<RunningProcess & { url: string }> {
  mkdirSync(options.folder, { recursive: true });
  const child = spawn('redis-server', ['-'], { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
  const running = watchProcess('redis', child);
  // By standard input, for arguments can be read by everybody on the machine.
  child.stdin.on('error', () => child.kill());
  child.stdin.end(
    [
      'bind 127.0.0.1',
      `port ${options.port}`,
      `requirepass ${options.password}`,
      `dir "${options.folder}"`,
      'appendonly yes',
      'save ""',
      'maxmemory-policy noeviction',
    ].join('\n') + '\n',
  );
  const lastLines: string[] = [];
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lastLines.push(line);
      if (lastLines.length > 5) lastLines.shift();
      if (line.includes('Ready to accept connections')) resolve();
    });
    child.stderr.resume();
    void running.ended.then((how) => reject(new EndedTooSoon('redis-server', how, lastLines)));
  });
  return { ...running, url: `redis://:${options.password}@127.0.0.1:${options.port}` };
}
