import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface RunningProcess {
  readonly name: string;
  readonly pid: number;
  /** Resolves when the process has ended, with what it ended by. */
  readonly ended: Promise<string>;
  /** Asks it to stop, insists after the time, resolves when it is gone. */
  stop(): Promise<void>;
}

/** A program that ended before it said that it is ready, with its last words. */
export class EndedTooSoon extends Error {
  override readonly name = 'EndedTooSoon';
  /** Somebody ended it; else it ended itself, and would again. */
  readonly wasKilled: boolean;
  constructor(name: string, how: string, lastLines: readonly string[]) {
    super(`${name} ended (${how}) before it was ready:\n${lastLines.join('\n')}`);
    this.wasKilled = how.startsWith('SIG');
  }
}

const STOP_TIMEOUT_MS = 15_000;

/** Wraps a child process: SIGTERM (or the given signal) first, SIGKILL after 15 s. */
export function watchProcess(
  name: string,
  child: ChildProcess,
  signal: NodeJS.Signals = 'SIGTERM',
): RunningProcess {
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, by) => resolve(by ?? `exit code ${code}`));
    child.once('error', (error) => resolve(error.message));
  });
  return {
    name,
    pid: child.pid ?? 0,
    ended,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      const insist = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
      await ended;
      clearTimeout(insist);
    },
  };
}

export interface NodeProcessOptions {
  readonly name: string;
  /** Path of the built program below the root of the build, e.g. `backend/src/main.api.js`. */
  readonly program: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFolder: string;
  /** The first line of standard output that matches means ready; its first group is the answer. */
  readonly ready: RegExp;
}

/**
 * Starts one of our own programs in a process group of its own (a Ctrl-C reaches it through us alone), its output
 * in a log file. Rejects with its last words if it ends before it is ready.
 */
export async function startNodeProcess(
  options: NodeProcessOptions,
): Promise<RunningProcess & { answer: string }> {
  mkdirSync(options.logFolder, { recursive: true });
  const log = createWriteStream(join(options.logFolder, `${options.name}.log`), { flags: 'a' });
  const build = new URL('../../', import.meta.url);
  const exitWithParent = new URL('exit-with-parent.js', import.meta.url).href;
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', '--import', exitWithParent, new URL(options.program, build).pathname],
    { env: options.env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true },
  );
  const running = watchProcess(options.name, child);
  const lastLines: string[] = [];
  const answer = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        log.write(`${line}\n`);
        lastLines.push(line);
        if (lastLines.length > 8) lastLines.shift();
        const match = options.ready.exec(line);
        if (match) resolve(match[1] ?? '');
      });
    }
    void running.ended.then((how) => reject(new EndedTooSoon(options.name, how, lastLines)));
  });
  return { ...running, answer };
}
