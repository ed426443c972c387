import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bearer, PERSON_ENV } from '../../backend/src/platform/testing/bearer.js';

/** Polls until the answer is not undefined; throws with what was awaited when the time is over. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
  timeoutMs = 60_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs / 1000} s in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

export const newDataFolder = (): string => mkdtempSync(join(tmpdir(), 'digitallz-test-'));
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** Processes that carry the mark in their environment, by id and command line. */
export function processesMarked(mark: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        if (!readFileSync(`/proc/${pid}/environ`, 'utf8').includes(mark)) return [];
        return [`${pid} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')}`];
      } catch (error) {
        // It ended while we looked, or it is not ours to look at.
        if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? ''))
          return [];
        throw error;
      }
    });
}

/** A command of package.json in a process group of its own, as a terminal would run it. */
export class Command {
  readonly child: ChildProcess;
  output = '';
  readonly ended: Promise<void>;

  constructor(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    this.child = spawn('npm', args, {
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.ended = new Promise((resolve) => this.child.once('exit', () => resolve()));
  }

  /** Waits for words on the screen; fails at once with all that was printed if the command ends before. */
  async says(words: RegExp, timeoutMs: number): Promise<RegExpExecArray> {
    let over = false;
    void this.ended.then(() => (over = true));
    try {
      return await until(
        `«${words.source}» on the screen`,
        () => {
          const match = words.exec(this.output);
          if (match) return match;
          if (over) throw new Error('the command ended');
          return undefined;
        },
        timeoutMs,
      );
    } catch (error) {
      throw new Error(`${String(error)}; it printed:\n${this.output}`, { cause: error });
    }
  }

  /** What Ctrl-C does: a signal to the whole group of the terminal's foreground. */
  async interrupt(): Promise<void> {
    const running = this.child.exitCode === null && this.child.signalCode === null;
    if (this.child.pid && running) process.kill(-this.child.pid, 'SIGINT');
    await this.ended;
  }
}

interface ProductOptions {
  readonly dataFolder: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** The product as `npm start` runs it, on a free port. */
export class Product {
  /** Signs in as the demo account. */
  readonly bearer: Bearer;

  private constructor(
    readonly command: Command,
    readonly address: string,
    readonly dataFolder: string,
    /** What every process of this start carries in its environment. */
    readonly mark: string,
  ) {
    this.bearer = new Bearer(() => this.address);
  }

  static async start({ dataFolder, env = {} }: ProductOptions): Promise<Product> {
    const port = await freePort();
    const command = new Command(['start'], {
      PORT: String(port),
      DATA_DIR: dataFolder,
      DEMO_EMAIL: PERSON_ENV.DEMO_EMAIL,
      DEMO_PASSWORD: PERSON_ENV.DEMO_PASSWORD,
      ...env,
    });
    await command.says(/is ready/, 480_000);
    const { run } = JSON.parse(readFileSync(join(dataFolder, 'run.json'), 'utf8')) as { run: string };
    return new Product(command, `http://127.0.0.1:${port}`, dataFolder, `DIGITALLZ_RUN=${run}`);
  }

  /** Makes the sandbox answer otherwise than it would: a captcha, a cut-off page… */
  async tellSandbox(answer: { keyword: string; answer: string; times?: number }): Promise<void> {
    const log = readFileSync(join(this.dataFolder, 'logs', 'sandbox.log'), 'utf8');
    const url = [...log.matchAll(/http:\/\/127\.0\.0\.1:\d+/g)].at(-1)?.[0];
    if (!url) throw new Error('the sandbox did not tell its address');
    const response = await fetch(`${url}/__sandbox/answers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(answer),
    });
    if (!response.ok) throw new Error(`the sandbox answered ${response.status}: ${await response.text()}`);
  }

  async call<T>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: T; headers: Headers }> {
    const headers = await this.bearer.headers();
    const response = await fetch(`${this.address}${path}`, {
      method,
      ...(body === undefined
        ? { headers }
        : { body: JSON.stringify(body), headers: { ...headers, 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: (text ? JSON.parse(text) : undefined) as T,
      headers: response.headers,
    };
  }

  async get<T>(path: string): Promise<T> {
    const { status, body } = await this.call<T>('GET', path);
    if (status !== 200) throw new Error(`GET ${path} answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  /** What a service manager does: a signal to npm alone. Waits until every process of this start has ended. */
  async terminate(signal: NodeJS.Signals): Promise<void> {
    this.command.child.kill(signal);
    await this.allGone();
  }

  /** Ctrl-C, and waits until every process of this start has ended. */
  async stop(): Promise<void> {
    await this.command.interrupt();
    await this.allGone();
  }

  private async allGone(): Promise<void> {
    const gone = () => (processesMarked(this.mark).length === 0 ? true : undefined);
    await until('the last process to end', gone, 30_000);
  }
}
