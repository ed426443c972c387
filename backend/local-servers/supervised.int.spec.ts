import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { EndedTooSoon, watchProcess, type RunningProcess } from './node-process.js';
import { Supervised } from './supervised.js';

const supervisions: Supervised<RunningProcess>[] = [];
afterEach(async () => {
  await Promise.all(supervisions.splice(0).map((one) => one.stop()));
});

/** A program that says «ready» and then waits; `then` is what it does instead. */
async function startProgram(then = 'process.stdin.resume()'): Promise<RunningProcess> {
  const child = spawn(process.execPath, ['-e', `console.log('ready'); ${then}`], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const running = watchProcess('the program', child);
  await once(child.stdout, 'data');
  return running;
}

function world(start: () => Promise<RunningProcess> = () => startProgram()) {
  const lines: string[] = [];
  const givenUp = Promise.withResolvers<void>();
  let heard: (() => void) | undefined;
  const starts: RunningProcess[] = [];
  return {
    lines,
    starts,
    givenUp: givenUp.promise,
    /** Resolves once it runs for the n-th time. */
    running: async (n: number): Promise<RunningProcess> => {
      while (!starts[n - 1]) await new Promise<void>((resolve) => (heard = resolve));
      return starts[n - 1] as RunningProcess;
    },
    supervise: async (): Promise<Supervised<RunningProcess>> => {
      const { supervised } = await Supervised.start({
        name: 'the program',
        start,
        onStarted: (started) => {
          starts.push(started);
          heard?.();
        },
        say: (line) => void lines.push(line),
        onGivenUp: () => givenUp.resolve(),
      });
      supervisions.push(supervised);
      return supervised;
    },
  };
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a supervised program', () => {
  it('is started again when it is killed, and one line says so', async () => {
    const { supervise, running, lines } = world();
    await supervise();
    process.kill((await running(1)).pid, 'SIGKILL');
    expect(isAlive((await running(2)).pid)).toBe(true);
    expect(lines).toEqual(['the program ended unexpectedly (SIGKILL): starting it again.']);
  });

  it('is started again when it ends by itself', async () => {
    const programs = ['process.exitCode = 3', undefined];
    const { supervise, running, lines } = world(() => startProgram(programs.shift()));
    await supervise();
    await running(2);
    expect(lines).toEqual(['the program ended unexpectedly (exit code 3): starting it again.']);
  });

  it('is given up at the fifth death within a minute', async () => {
    const { supervise, starts, lines, givenUp } = world(() => startProgram('process.exitCode = 3'));
    await supervise();
    await givenUp;
    expect(starts).toHaveLength(5);
    expect(lines.at(-1)).toBe(
      'the program ended 5 times within a minute (exit code 3): it is given up, everything stops.',
    );
  });

  it('counts a start that fails as a death', async () => {
    let tries = 0;
    const { supervise, running, lines } = world(() =>
      (tries += 1) === 2 ? Promise.reject(new Error('the port is\ntaken')) : startProgram(),
    );
    await supervise();
    process.kill((await running(1)).pid, 'SIGKILL');
    await running(2);
    expect(lines[1]).toBe('the program ended unexpectedly (the port is | taken): starting it again.');
  });

  it('fails at once where its very first start ends by itself, and goes on where somebody killed it', async () => {
    const failing = (how: string) => {
      let tries = 0;
      return world(() =>
        (tries += 1) === 1 ? Promise.reject(new EndedTooSoon('the program', how, [])) : startProgram(),
      );
    };
    await expect(failing('exit code 1').supervise()).rejects.toThrow(/exit code 1/);
    const { supervise, running } = failing('SIGKILL');
    await supervise();
    expect(isAlive((await running(1)).pid)).toBe(true);
  });

  it('ends for good when it is told to stop, also while it is being started again', async () => {
    const { supervise, starts, running } = world();
    const supervised = await supervise();
    const { pid } = await running(1);
    process.kill(pid, 'SIGKILL');
    await (
      await running(1)
    ).ended;
    await supervised.stop();
    for (const started of starts) expect(isAlive(started.pid)).toBe(false);
    const after = starts.length;
    await supervised.stop();
    expect(starts).toHaveLength(after);
  });
});
