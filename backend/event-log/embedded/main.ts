import { join } from 'node:path';
import { inspect } from 'node:util';
import { EventFileInUse, EventFileUnusable, PortUnusable, startEmbeddedEventStore } from './server.js';

const DEFAULT_PORT = '2113';

/** The configuration is wrong: the message names the variable, what it holds and what it should. */
class BadConfiguration extends Error {
  override readonly name = 'BadConfiguration';
}

function portFrom(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : NaN;
  if (port >= 0 && port <= 65_535) return port;
  throw new BadConfiguration(
    `EVENTSTORE_PORT is "${value}"; it must be a whole number from 0 (any free port) to 65535`,
  );
}

async function main(): Promise<void> {
  const port = portFrom(process.env['EVENTSTORE_PORT'] ?? DEFAULT_PORT);
  const dataDir = process.env['DATA_DIR'] ?? '.data';
  if (dataDir === '') throw new BadConfiguration('DATA_DIR is empty; it must name a folder');
  const store = await startEmbeddedEventStore({ file: join(dataDir, 'eventstore', 'events.sqlite'), port });
  const stop = (): void => {
    store.close().then(
      () => process.exit(0),
      (cause: unknown) => {
        refuse(cause);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.stdout.write(`Event store ready: ${store.connectionString}\n`);
}

const EXPECTED = [BadConfiguration, EventFileInUse, EventFileUnusable, PortUnusable];

function refuse(cause: unknown): void {
  const isExpected = EXPECTED.some((kind) => cause instanceof kind);
  process.stderr.write(
    `Event store: ${isExpected && cause instanceof Error ? cause.message : inspect(cause)}\n`,
  );
  process.exit(1);
}

main().catch(refuse);
