import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bearer, PERSON_ENV } from '../../backend/src/platform/testing/bearer.js';
import { freePort, processesMarked, until } from '../product/product.js';
import { BUILD } from './trials.js';

interface RunRecord {
  readonly run: string;
  readonly children: readonly { readonly name: string; readonly pid: number }[];
  readonly addresses: { readonly EVENTSTORE_URL: string };
}

/** The product as `npm start` runs it once it is built; its programs can be killed one by one. */
export class StartedProduct {
  private output = '';
  private readonly bearer = new Bearer(() => this.address);

  private constructor(
    private readonly child: ChildProcess,
    readonly address: string,
    private readonly dataFolder: string,
  ) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
  }

  static async start(dataFolder: string, env: NodeJS.ProcessEnv): Promise<StartedProduct> {
    const port = await freePort();
    const starter = join(BUILD, 'backend', 'local-servers', 'start.js');
    const child = spawn(process.execPath, [starter], {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        PORT: String(port),
        DATA_DIR: dataFolder,
        DEMO_EMAIL: PERSON_ENV.DEMO_EMAIL,
        DEMO_PASSWORD: PERSON_ENV.DEMO_PASSWORD,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new StartedProduct(child, `http://127.0.0.1:${port}`, dataFolder);
  }

  /** Waits for words on the screen; fails with all that was said once the product has ended. */
  async says(words: RegExp, timeoutMs = 240_000): Promise<void> {
    const heard = () => {
      if (this.child.exitCode !== null) throw new Error(`the product ended:\n${this.output}`);
      return words.test(this.output) || undefined;
    };
    await until(`«${words.source}» on the screen`, heard, timeoutMs).catch((error: unknown) => {
      throw new Error(`${String(error)}; it printed:\n${this.output}`, { cause: error });
    });
  }

  /** What it said of programs that died. */
  get deaths(): readonly string[] {
    return this.output.split('\n').filter((line) => line.includes('ended'));
  }

  get record(): RunRecord {
    return JSON.parse(readFileSync(join(this.dataFolder, 'run.json'), 'utf8')) as RunRecord;
  }

  kill(name: string): void {
    const child = this.record.children.find((one) => one.name === name);
    if (!child) throw new Error(`no program is called ${name}`);
    process.kill(child.pid, 'SIGKILL');
  }

  /** Undefined while the API is away or not able to. */
  async ask<T>(path: string, body?: unknown): Promise<T | undefined> {
    try {
      const headers = await this.bearer.headers();
      const response = await fetch(this.address + path, {
        headers,
        ...(body !== undefined && {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      });
      return response.ok ? ((await response.json()) as T) : undefined;
    } catch {
      return undefined;
    }
  }

  /** Asks until there is an answer. */
  async get<T>(path: string): Promise<T> {
    return until(`an answer to GET ${path}`, () => this.ask<T>(path), 120_000);
  }

  /** Ctrl-C. Resolves once no process of this start is left. */
  async stop(): Promise<void> {
    const mark = `DIGITALLZ_RUN=${this.record.run}`;
    this.child.kill('SIGINT');
    const gone = () => (processesMarked(mark).length === 0 && this.child.exitCode !== null) || undefined;
    await until('the last process to end', gone, 60_000);
  }
}
