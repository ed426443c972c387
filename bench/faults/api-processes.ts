import { join } from 'node:path';
import { startNodeProcess, type RunningProcess } from '../../backend/local-servers/node-process.js';
import { freePort } from '../../backend/local-servers/run-file.js';
import { Bearer } from '../../backend/src/platform/testing/bearer.js';

interface Api {
  readonly url: string;
  readonly process: RunningProcess;
}

/** API processes behind one address: one answers, the next one is ready or on its way. */
export class ApiProcesses {
  private current: Promise<Api>;
  private next: Promise<Api>;
  private started = 0;
  readonly bearer = new Bearer(() => this.address());

  constructor(
    private readonly folder: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {
    this.current = this.start();
    this.next = this.start();
  }

  /** Where requests go now. */
  async address(): Promise<string> {
    return (await this.current).url;
  }

  /** Requests go to the next one from now on; the one that answered is killed. */
  async kill(): Promise<void> {
    const victim = await this.current;
    process.kill(victim.process.pid, 'SIGKILL');
    this.current = this.next;
    this.next = this.start();
    await victim.process.ended;
  }

  async close(): Promise<void> {
    for (const starting of [this.current, this.next]) await (await starting).process.stop();
  }

  private async start(): Promise<Api> {
    const port = await freePort('PORT', 0);
    const process_ = await startNodeProcess({
      name: `api-${(this.started += 1) % 2}`,
      program: 'backend/src/main.api.js',
      env: { ...process.env, ...this.env, PORT: String(port), HOST: '127.0.0.1' },
      logFolder: join(this.folder, 'logs'),
      ready: /listening/i,
    });
    return { url: `http://127.0.0.1:${port}`, process: process_ };
  }
}
