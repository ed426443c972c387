import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

export interface Secrets {
  readonly postgresPassword: string;
  readonly redisPassword: string;
  readonly cursorSecret: string;
  /** Wraps the keys of persons: see MASTER_KEYS. */
  readonly masterKeys: string;
  readonly demoPassword: string;
  /** What the double of Stripe and the product know each other by. */
  readonly stripeDouble: string;
}

/** Passwords and keys of the embedded servers: made once, readable by their owner alone. Those that are newer than the file are added. */
export function readOrMakeSecrets(dataFolder: string): Secrets {
  const file = join(dataFolder, 'secrets.json');
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {};
  const word = () => randomBytes(24).toString('hex');
  const secrets: Secrets = {
    postgresPassword: word(),
    redisPassword: word(),
    cursorSecret: word(),
    masterKeys: `first:${randomBytes(32).toString('base64')}`,
    demoPassword: randomBytes(9).toString('base64url'),
    stripeDouble: word(),
    ...known,
  };
  if (Object.keys(secrets).every((name) => name in known)) return secrets;
  mkdirSync(dataFolder, { recursive: true });
  const unfinished = `${file}.new`;
  writeFileSync(unfinished, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(unfinished, file);
  return secrets;
}

interface RunRecord {
  readonly run: string;
  readonly pid: number;
  readonly children: readonly { name: string; pid: number }[];
  /** Where the servers of this start listen, for the operator's commands. */
  readonly addresses?: Addresses;
}

export interface Addresses {
  readonly DATABASE_URL: string;
  readonly REDIS_URL: string;
  readonly EVENTSTORE_URL: string;
  /** Keys and address of the double of Stripe, where one runs. */
  readonly payments?: Readonly<Record<string, string>>;
}

/** Addresses of the servers that a running `npm start` has in this data folder; undefined where none runs. */
export function runningAddresses(dataFolder: string): Addresses | undefined {
  const file = join(dataFolder, 'run.json');
  if (!existsSync(file)) return undefined;
  return (JSON.parse(readFileSync(file, 'utf8')) as RunRecord).addresses;
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Process ids are used again, so a process counts as ours only if it carries the run's mark in its environment. */
function carriesMark(pid: number, run: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`DIGITALLZ_RUN=${run}`);
  } catch {
    return false; // gone, or no /proc here: then nothing is ended that might be somebody else's
  }
}

function isStarter(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('local-servers/start');
  } catch {
    return !existsSync('/proc'); // without /proc we cannot tell: rather refuse than run twice on one folder
  }
}

/**
 * One start a data folder. Throws if another one runs; ends what a start that was killed has left behind.
 * Children must be started with DIGITALLZ_RUN set to `run`.
 */
export class RunFile {
  readonly run = randomUUID();
  private readonly file: string;
  private addresses: Addresses | undefined;
  private children: { name: string; pid: number }[] = [];

  constructor(dataFolder: string) {
    mkdirSync(dataFolder, { recursive: true });
    this.file = join(dataFolder, 'run.json');
    if (existsSync(this.file)) {
      const before = JSON.parse(readFileSync(this.file, 'utf8')) as RunRecord;
      if (isAlive(before.pid) && isStarter(before.pid))
        throw new Error(
          `${dataFolder} is in use by process ${before.pid}: stop it, or set DATA_DIR to another folder.`,
        );
      for (const child of before.children)
        if (carriesMark(child.pid, before.run)) process.kill(child.pid, 'SIGKILL');
    }
    this.write();
  }

  /** A program that was started again takes the place of the one that died. */
  add(child: { name: string; pid: number }): void {
    this.children = this.children.filter(({ name }) => name !== child.name);
    this.children.push({ name: child.name, pid: child.pid });
    this.write();
  }

  tell(addresses: Addresses): void {
    this.addresses = addresses;
    this.write();
  }

  remove(): void {
    rmSync(this.file, { force: true });
  }

  private write(): void {
    const record: RunRecord = {
      run: this.run,
      pid: process.pid,
      children: this.children,
      ...(this.addresses && { addresses: this.addresses }),
    };
    // The addresses hold passwords.
    writeFileSync(this.file, JSON.stringify(record), { mode: 0o600 });
  }
}

/** The wanted port if it is not 0, else one that is free now. Throws in words if the wanted one is taken. */
export async function freePort(variable: string, wanted: number, host = '127.0.0.1'): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`${variable} ${wanted} is taken by another program: set ${variable} to a free port.`)
          : error,
      ),
    );
    server.listen(wanted, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : wanted));
    });
  });
}
