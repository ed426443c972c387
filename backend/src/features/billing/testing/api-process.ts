import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Config } from '../../../platform/config/config.js';
import { CONFIG } from '../../../platform/tokens.js';
import type { Answer, SignedInPerson, TestProduct } from '../../../platform/testing/test-product.js';

/** Where the build is that processes are run from: `npm test` makes it; BUILD_DIR names another. */
const BUILD = process.env['BUILD_DIR'] ?? join(import.meta.dirname, '..', '..', '..', '..', '..', 'dist');

/** The API as it runs for customers: a process of its own, which can be killed. */
export interface ApiProcess {
  ask(
    person: SignedInPerson,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Pick<Answer, 'status' | 'body'>>;
  /** At once and without a word, as a power cut would. Resolves once it is gone. */
  kill(): Promise<void>;
  /** As when it is told to stop. */
  stop(): Promise<void>;
}

/** Another API over the stores of a running product. */
export async function startApiProcess(
  product: TestProduct,
  more: NodeJS.ProcessEnv = {},
): Promise<ApiProcess> {
  const program = join(BUILD, 'backend', 'src', 'main.api.js');
  if (!existsSync(program)) throw new Error(`${program} is not there: run «npm run build» first`);
  const exitWithParent = pathToFileURL(join(BUILD, 'backend', 'local-servers', 'exit-with-parent.js')).href;
  const child = spawn(process.execPath, ['--import', exitWithParent, program], {
    env: { ...process.env, NODE_OPTIONS: '', ...variablesOf(product), PORT: '0', ...more },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const [, address] = /listening on (http:\/\/[\d.]+:\d+)/.exec(said) ?? [];
        if (address !== undefined) resolve(address);
      });
    void gone.then(() => reject(new Error(`the API ended before it listened:\n${said}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await gone;
  };
  return {
    async ask(person, method, path, body) {
      const answer = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: { ...person.as, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: (await answer.json()) as Answer['body'] };
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

/** What the product was started with, as a process is told it. */
function variablesOf(product: TestProduct): Record<string, string> {
  const config = Object.entries(product.app.get<Config>(CONFIG));
  return Object.fromEntries(
    config.filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)]),
  );
}
