import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { z } from 'zod';

type Listener = (payload: string) => void;

/**
 * A notice only says that it is worth looking; one that does not read as ours comes from somewhere else and is passed
 * over, for nothing is lost with it.
 */
export function readNotice<Schema extends z.ZodType>(
  schema: Schema,
  payload: string,
): z.output<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(payload)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 2_000;

/**
 * PostgreSQL's notices over one connection that is shared by all who listen in this process. It comes back by itself
 * when the server does; `onReconnect` says that notices may have been missed in between.
 */
export class Notices {
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly reconnectListeners = new Set<() => void>();
  private client: pg.Client | undefined;
  private closed = false;
  private retry: NodeJS.Timeout | undefined;

  private constructor(private readonly server: pg.ClientConfig) {}

  /** Listens on the database of this ORM. Throws if the first connection fails. */
  static async connect(orm: MikroORM): Promise<Notices> {
    const notices = new Notices(serverOf(orm));
    await notices.open();
    return notices;
  }

  /** False while the connection is lost: nothing that depends on notices may be trusted. */
  get connected(): boolean {
    return this.client !== undefined;
  }

  /** Resolves once notices of this channel arrive. Answers with the way to end it. */
  async on(channel: string, listener: Listener): Promise<() => void> {
    const known = this.listeners.get(channel);
    const listeners = known ?? new Set<Listener>();
    this.listeners.set(channel, listeners.add(listener));
    if (!known) await this.client?.query(`listen ${pg.escapeIdentifier(channel)}`);
    return () => void listeners.delete(listener);
  }

  onReconnect(listener: () => void): () => void {
    this.reconnectListeners.add(listener);
    return () => void this.reconnectListeners.delete(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    const client = this.client;
    this.client = undefined;
    await client?.end();
  }

  private async open(): Promise<void> {
    const client = new pg.Client({ ...this.server, keepAlive: true });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ channel, payload }) => {
      for (const listener of this.listeners.get(channel) ?? []) listener(payload ?? '');
    });
    try {
      await client.connect();
      for (const channel of this.listeners.keys())
        await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      await client.end();
      throw error;
    }
    this.client = client;
    if (this.closed) await this.close();
  }

  private lost(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    if (!this.closed) this.reopen(FIRST_RETRY_MS);
  }

  private reopen(delayMs: number): void {
    this.retry = setTimeout(() => {
      this.open().then(
        () => {
          for (const listener of this.reconnectListeners) listener();
        },
        () => {
          if (!this.closed) this.reopen(Math.min(delayMs * 2, LAST_RETRY_MS));
        },
      );
    }, delayMs);
  }
}

function serverOf(orm: MikroORM): pg.ClientConfig {
  const { host, port, user, password, database } = orm.em.getConnection().getConnectionOptions();
  return { host, port, user, password, database };
}
