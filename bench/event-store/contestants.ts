import { EventStoreDBClient } from '@eventstore/db-client';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNodeProcess, type RunningProcess } from '../../backend/local-servers/node-process.js';

/** A server in a process of its own, with a client that nobody else uses. */
export interface Contestant {
  readonly client: EventStoreDBClient;
  /** Megabytes of memory that its process holds now; not a number where the system does not tell. */
  memory(): number;
}

/** The embedded event store, as it ships, and the server that stores nothing. */
export class Contestants {
  private readonly folder = mkdtempSync(join(tmpdir(), 'digitallz-bench-'));
  private readonly running: RunningProcess[] = [];
  private readonly clients: EventStoreDBClient[] = [];

  eventStore(): Promise<Contestant> {
    const env = { DATA_DIR: this.folder, EVENTSTORE_PORT: '0' };
    return this.start('eventstore', 'backend/event-log/embedded/main.js', env);
  }

  /** @param events how many events a subscription from the start is sent before it has caught up */
  nullStore(events: number): Promise<Contestant> {
    return this.start('null-store', 'bench/null-store/main.js', { NULL_STORE_EVENTS: String(events) });
  }

  async stop(): Promise<void> {
    for (const client of this.clients) await client.dispose();
    for (const server of this.running) await server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async start(name: string, program: string, env: Record<string, string>): Promise<Contestant> {
    const server = await startNodeProcess({
      name,
      program,
      env: { ...process.env, ...env },
      logFolder: join(this.folder, 'logs'),
      ready: /(esdb:\/\/\S+)/,
    });
    this.running.push(server);
    const client = EventStoreDBClient.connectionString(server.answer);
    this.clients.push(client);
    return { client, memory: () => residentMegabytes(server.pid) };
  }
}

function residentMegabytes(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes) / 1024;
  } catch {
    return NaN;
  }
}
