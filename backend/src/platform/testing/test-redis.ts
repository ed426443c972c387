import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis } from '../../../local-servers/redis.js';

export interface TestRedis {
  readonly url: string;
  /** Stops the server and removes its files. */
  stop(): Promise<void>;
}

/** A real Redis of this spec file, with its files in a temporary folder. */
export async function startTestRedis(): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'keywords-redis-'));
  const redis = await startRedis({
    folder,
    port: await freePort(),
    password: randomBytes(9).toString('hex'),
  });
  // A spec that breaks off must not leave the server behind.
  const stopAtExit = (): void => void process.kill(redis.pid);
  process.once('exit', stopAtExit);
  return {
    url: redis.url,
    async stop() {
      await redis.stop();
      process.off('exit', stopAtExit);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A port of 127.0.0.1 that was free a moment ago. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
