import { configuredFile, configuredPort } from './configuration.js';
import { startEmbeddedEventStore } from './server.js';

/** Serves the configured file until a signal comes. `refuse` hears of a failure to close. */
export async function serve(refuse: (cause: unknown) => void): Promise<void> {
  const port = configuredPort();
  const store = await startEmbeddedEventStore({ file: configuredFile(), port });
  const stop = (): void => {
    store.close().then(() => process.exit(0), refuse);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.stdout.write(`Event store ready: ${store.connectionString}\n`);
}
