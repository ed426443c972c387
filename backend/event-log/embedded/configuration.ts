import { join } from 'node:path';

const DEFAULT_PORT = '2113';

/** The configuration is wrong: the message names the variable, what it holds and what it should. */
export class BadConfiguration extends Error {
  override readonly name = 'BadConfiguration';
}

/** EVENTSTORE_PORT; 0: any free port. */
export function configuredPort(): number {
  const value = process.env['EVENTSTORE_PORT'] ?? DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : NaN;
  if (port >= 0 && port <= 65_535) return port;
  throw new BadConfiguration(
    `EVENTSTORE_PORT is "${value}"; it must be a whole number from 0 (any free port) to 65535`,
  );
}

/** Where the events lie: below DATA_DIR. */
export function configuredFile(): string {
  const dataDir = process.env['DATA_DIR'] ?? '.data';
  if (dataDir === '') throw new BadConfiguration('DATA_DIR is empty; it must name a folder');
  return join(dataDir, 'eventstore', 'events.sqlite');
}
