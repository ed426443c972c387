import { spawn } from 'node:child_process';
import type { RunningProcess } from '../../backend/local-servers/node-process.js';

/** A server that is killed again and again and started where it was: same port, same files. */
export class Killable<Started extends RunningProcess> {
  private current: Started | undefined;
  private guard: (() => void) | undefined;

  constructor(private readonly begin: () => Promise<Started>) {}

  async start(): Promise<Started> {
    const started = await this.begin();
    this.current = started;
    this.guard = guardAgainstDeath(started.pid);
    return started;
  }

  /** At once and without a word, as a power cut would. Resolves once it is gone. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const { current } = this;
    if (!current) throw new Error('it does not run');
    this.current = undefined;
    this.guard?.();
    process.kill(current.pid, signal);
    await current.ended;
  }

  async stop(): Promise<void> {
    this.guard?.();
    await this.current?.stop();
    this.current = undefined;
  }
}

/** Ends the server should this process die first, however that happens. Answers with the way to let go. */
function guardAgainstDeath(pid: number): () => void {
  const guard = spawn('sh', ['-c', 'read -r never; kill -KILL "$0"', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.unref();
  return () => void guard.kill('SIGKILL');
}
