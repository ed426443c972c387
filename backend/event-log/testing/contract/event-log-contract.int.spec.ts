import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedEventStore } from '../../embedded/server.js';
import { eventLogContract } from './event-log-contract.js';

const realStore = process.env['EVENTSTORE_TEST_URL'];

if (realStore)
  eventLogContract('the store at EVENTSTORE_TEST_URL', () =>
    Promise.resolve({ connectionString: realStore }),
  );
else
  eventLogContract('the embedded store', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'event-log-contract-'));
    const server = await startEmbeddedEventStore({ file: join(folder, 'events.db'), port: 0 });
    return {
      connectionString: server.connectionString,
      stop: async () => {
        await server.close();
        rmSync(folder, { recursive: true });
      },
    };
  });
