export interface RunningProgram {
  /** What the ready line says, e.g. the address. */
  readonly told: string;
  stop(): Promise<void>;
}

/** A stop that takes longer than this is cut short. */
const STOP_TIMEOUT_MS = 10_000;

/**
 * Starts a program, says in one line that it is ready, and stops it cleanly on SIGINT and SIGTERM.
 * A start that fails says why in one line and ends with exit code 1.
 */
export async function runProgram(name: string, start: () => Promise<RunningProgram>): Promise<void> {
  let program: RunningProgram;
  try {
    program = await start();
  } catch (error) {
    process.stderr.write(`${name} cannot start: ${reasonOf(error)}\n`);
    process.exit(1);
  }
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_TIMEOUT_MS).unref();
    program.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${name} did not stop cleanly: ${reasonOf(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.stdout.write(`${name} ready: ${program.told}\n`);
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s*\n\s*/g, ' ');
}
