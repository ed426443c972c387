import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the build is that the killed programs are run from: `npm test` makes it; BUILD_DIR names another. */
export const BUILD = process.env['BUILD_DIR'] ?? join(import.meta.dirname, '..', '..', 'dist');

/** What the trials' program prints. */
export interface TrialsReport {
  /** Kills that came while there was work left. */
  readonly hits: number;
  readonly violations: readonly string[];
}

/** Runs kill trials of one kind in a process of their own, from the build, as `npm run bench -- faults` does. */
export async function runTrials(kind: string, count: number): Promise<TrialsReport> {
  const program = join(BUILD, 'bench', 'faults', 'main.js');
  if (!existsSync(program)) throw new Error(`${program} is not there: run «npm run build» first`);
  const child = spawn(process.execPath, [program, '--kind', kind, '--count', String(count)], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, errors] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  const last = output.trim().split('\n').at(-1);
  if (!last?.startsWith('{')) throw new Error(`the trials broke off:\n${errors}`);
  return JSON.parse(last) as TrialsReport;
}

async function textOf(stream: AsyncIterable<Buffer | string>): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}
