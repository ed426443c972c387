import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { flagsToRun } from '../../event-log/testing/run-sources.js';

const PROGRAM = fileURLToPath(new URL('./projector-program.ts', import.meta.url));

/** A projector of the shared keyword counts in a process of its own. */
export class SpawnedProjector {
  private constructor(private readonly child: ChildProcess) {}

  /** Resolves once it follows. */
  static async spawn(databaseUrl: string, eventStoreUrl: string): Promise<SpawnedProjector> {
    const flags = flagsToRun(PROGRAM);
    const env = {
      PATH: process.env['PATH'] ?? '',
      DATABASE_URL: databaseUrl,
      EVENTSTORE_URL: eventStoreUrl,
    };
    const child = spawn(process.execPath, flags, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    const ended = once(child, 'exit').then(() => Promise.reject(new Error(`it ended at once: ${errors}`)));
    await Promise.race([once(child.stdout, 'data'), ended]);
    ended.catch(() => 'nobody waits for it any more');
    return new SpawnedProjector(child);
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** SIGSTOP and SIGCONT: it stands still, and goes on as if no time had passed. */
  pause(): void {
    this.child.kill('SIGSTOP');
  }

  resume(): void {
    this.child.kill('SIGCONT');
  }

  async kill(): Promise<void> {
    if (!this.running) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}
