import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Programs that have loaded everything and wait for their order: a trial need not wait for a start. */
export class SpareProcesses {
  private readonly spares: Promise<ChildProcess>[] = [];
  private readonly alive = new Set<ChildProcess>();
  private closed = false;

  constructor(
    private readonly program: URL,
    private readonly kept: number,
  ) {
    this.fill();
  }

  async take(order: object): Promise<ChildProcess> {
    const spare = this.spares.shift() ?? this.load();
    this.fill();
    const child = await spare;
    child.send(order);
    return child;
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled(this.spares);
    await Promise.all([...this.alive].map((child) => end(child)));
  }

  private fill(): void {
    while (!this.closed && this.spares.length < this.kept) this.spares.push(this.load());
  }

  private async load(): Promise<ChildProcess> {
    const child = fork(this.program, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
    this.alive.add(child);
    child.once('exit', () => this.alive.delete(child));
    await Promise.race([once(child, 'message'), once(child, 'exit')]);
    return child;
  }
}

/** Resolves once it is gone. */
export async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
