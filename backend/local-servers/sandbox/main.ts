import { startSandbox } from './server.js';

/**
 * The imitated marketplaces as a process of their own, on SANDBOX_PORT (default: a free port) of SANDBOX_HOST (default:
 * 127.0.0.1; in a container it is 0.0.0.0, for the crawler lives in another).
 */
const given = process.env['SANDBOX_PORT'] ?? '0';
const port = Number(given);
if (!/^\d+$/.test(given) || port > 65_535) {
  process.stderr.write(`SANDBOX_PORT is "${given}", wanted a port number from 0 (a free one) to 65535\n`);
  process.exit(1);
}

const host = process.env['SANDBOX_HOST'] ?? '127.0.0.1';
const sandbox = await startSandbox({ port, host, ...standingAt(process.env['DEMO_TIME']) });
process.stdout.write(`Sandbox marketplaces ready: ${sandbox.url}\n`);

/** Pages that show the same moment for ever, for tests; without one they go with the clock. */
function standingAt(moment: string | undefined): { now?: () => Date } {
  return moment ? { now: () => new Date(moment) } : {};
}

let isStopping = false;
const stop = async (): Promise<void> => {
  if (isStopping) return;
  isStopping = true;
  await sandbox.close();
};
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
