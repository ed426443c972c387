import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { LoadOrder, LoadReport } from './load.js';

const PROGRAM = new URL('./load.js', import.meta.url).pathname;

/** Lets a program of its own ask, and answers with what it measured. */
export async function runLoad(order: LoadOrder): Promise<LoadReport> {
  const child = spawn(process.execPath, [PROGRAM], { stdio: ['pipe', 'pipe', 'inherit'] });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stdin.end(JSON.stringify(order));
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`the load program ended with ${code}`);
  return JSON.parse(Buffer.concat(output).toString('utf8')) as LoadReport;
}
