import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { flagsToRun } from '../../testing/run-sources.js';
import { until } from './until.js';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
const START_WITHIN_MS = 20_000;

/** The event store in a process of its own, as `npm run eventstore` runs it. */
export class SpawnedStore {
  private output = '';
  private errors = '';

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk: Buffer) => {
      this.output += chunk.toString();
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      this.errors += chunk.toString();
    });
  }

  /** `args`: a command to run instead of serving. */
  static spawn(environment: Readonly<Record<string, string>>, args: readonly string[] = []): SpawnedStore {
    const flags = [...flagsToRun(MAIN), ...args];
    const env = { PATH: process.env['PATH'] ?? '', ...environment };
    return new SpawnedStore(spawn(process.execPath, flags, { env, stdio: ['ignore', 'pipe', 'pipe'] }));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** What it has printed. */
  get printed(): string {
    return this.output;
  }

  /** What it has written to its error stream. */
  get complaints(): string {
    return this.errors;
  }

  /** The connection string that it prints when it is ready. Throws when it ends before. */
  async connectionString(): Promise<string> {
    const printed = (): string | undefined => /esdb:\S+/.exec(this.output)?.[0];
    await until(() => printed() !== undefined || this.child.exitCode !== null, START_WITHIN_MS);
    const connectionString = printed();
    if (connectionString === undefined) throw new Error(`the store ended at once: ${this.errors}`);
    return connectionString;
  }

  /** Bytes of memory that the process holds, and files and sockets that it has open: Linux alone tells. */
  holdings(): { readonly bytes: number; readonly open: number } {
    const process = `/proc/${this.child.pid}`;
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`${process}/status`, 'utf8'))?.[1];
    return { bytes: Number(kilobytes) * 1024, open: readdirSync(`${process}/fd`).length };
  }

  /** Sends the signal and waits for the end. Resolves to the exit code, null when the signal ended it. */
  async kill(signal: NodeJS.Signals): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode;
    const exit = once(this.child, 'exit');
    this.child.kill(signal);
    await exit;
    return this.child.exitCode;
  }

  /** Waits until it ends by itself: its exit code and the lines that it wrote to its error stream. */
  async ended(): Promise<{ readonly code: number | null; readonly errorLines: readonly string[] }> {
    if (this.child.exitCode === null) await once(this.child, 'close');
    return { code: this.child.exitCode, errorLines: this.errors.split('\n').filter((line) => line !== '') };
  }
}
