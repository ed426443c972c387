import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedEventStore } from '../embedded/server.js';

/** An embedded store on a file of its own, which can be away for a while and come back at the same address. */
export interface TemporaryStore {
  readonly connectionString: string;
  stop(): Promise<void>;
  startAgain(): Promise<void>;
  /** Stops it and removes its file. */
  remove(): Promise<void>;
}

export async function openTemporaryStore(): Promise<TemporaryStore> {
  const folder = mkdtempSync(join(tmpdir(), 'event-log-'));
  const file = join(folder, 'events.db');
  let server: Awaited<ReturnType<typeof startEmbeddedEventStore>> | undefined;
  server = await startEmbeddedEventStore({ file, port: 0 });
  const { port, connectionString } = server;
  const stop = async () => {
    await server?.close();
    server = undefined;
  };
  return {
    connectionString,
    stop,
    startAgain: async () => {
      server = await startEmbeddedEventStore({ file, port });
    },
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}
