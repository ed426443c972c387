import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import type { MikroORM } from '@mikro-orm/postgresql';
import { startEmbeddedEventStore } from '../../event-log/embedded/server.js';
import { connectEventLog } from '../../event-log/eventstoredb/connect-event-log.js';
import type { AppendResult, EventLog, NewEvent } from '../../event-log/event-log.js';
import { connectOrm } from '../database/connect-orm.js';
import { startProjector, type Projector, type ProjectorOptions } from '../runner/start-projector.js';
import type { TestPostgres } from './test-postgres.js';

/** An empty log and an empty database of one test, with everything that was started on them. */
export class FollowingWorld {
  readonly errors: Error[] = [];
  private readonly projectors: Projector[] = [];
  private readonly orms: MikroORM[] = [];

  private constructor(
    readonly orm: MikroORM,
    readonly eventLog: EventLog,
    readonly databaseUrl: string,
    /** For a second client of the same log. */
    readonly eventStoreUrl: string,
    private readonly closeStore: () => Promise<void>,
  ) {}

  static async open(postgres: TestPostgres): Promise<FollowingWorld> {
    const folder = mkdtempSync(join(tmpdir(), 'keywords-following-'));
    const store = await startEmbeddedEventStore({ file: join(folder, 'events.db'), port: 0 });
    const databaseUrl = await postgres.createDatabase();
    const orm = await connectOrm(databaseUrl);
    const closeStore = async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    };
    const eventLog = connectEventLog(store.connectionString);
    return new FollowingWorld(orm, eventLog, databaseUrl, store.connectionString, closeStore);
  }

  /** A projector with short retries; what it reports is kept in `errors`. */
  async project(
    options: Pick<ProjectorOptions, 'projections'> & Partial<ProjectorOptions>,
  ): Promise<Projector> {
    const projector = await startProjector({
      orm: this.orm,
      eventLog: this.eventLog,
      retryDelaysMs: [5, 10],
      onError: (error) => this.errors.push(error),
      ...options,
    });
    this.projectors.push(projector);
    return projector;
  }

  /** A second program on the same database. */
  async anotherOrm(): Promise<MikroORM> {
    const orm = await connectOrm(this.databaseUrl);
    this.orms.push(orm);
    return orm;
  }

  /** Appends one event per keyword, each to a stream of its own. */
  async track(...keywords: readonly string[]): Promise<AppendResult> {
    let last: AppendResult | undefined;
    for (const keyword of keywords)
      last = await this.eventLog.append(`trackedKeyword-${randomUUID()}`, 'no-stream', [
        keywordTracked(keyword),
      ]);
    if (!last) throw new Error('track wants a keyword');
    return last;
  }

  /** Appends many events to one stream, in as few calls as the store's limit on one append allows. */
  async trackMany(
    count: number,
    keywordOf: (index: number) => string = (index) => `keyword ${index}`,
  ): Promise<void> {
    const stream = `trackedKeyword-${randomUUID()}`;
    for (let first = 0; first < count; first += 500) {
      const size = Math.min(500, count - first);
      const events = Array.from({ length: size }, (_, index) => keywordTracked(keywordOf(first + index)));
      await this.eventLog.append(stream, first === 0 ? 'no-stream' : first - 1, events);
    }
  }

  /** Events of a type that the projections of these tests do not want. */
  async untrack(count: number): Promise<AppendResult> {
    const events = Array.from({ length: count }, (_, index) => keywordUntracked(`keyword ${index}`));
    return this.eventLog.append(`trackedKeyword-${randomUUID()}`, 'no-stream', events);
  }

  /** Writes past the catalogue, as a newer program would. */
  async appendUnknown(type: string): Promise<{ position: bigint }> {
    const client = EventStoreDBClient.connectionString(this.eventStoreUrl);
    const event = jsonEvent({ type, data: {}, metadata: {} });
    const { position } = await client.appendToStream(`trackedKeyword-${randomUUID()}`, [event]);
    await client.dispose();
    return { position: position?.commit ?? -1n };
  }

  async close(): Promise<void> {
    await Promise.all(this.projectors.map((projector) => projector.stop()));
    await Promise.all([this.orm, ...this.orms].map((orm) => orm.close()));
    await this.eventLog.close();
    await this.closeStore();
  }
}

export function keywordTracked(
  keyword: string,
  id: string = randomUUID(),
): NewEvent<'tracking.KeywordTracked.v1'> {
  return { id, type: 'tracking.KeywordTracked.v1', data: trackingData(keyword), metadata };
}

export function keywordUntracked(keyword: string): NewEvent<'tracking.KeywordUntracked.v1'> {
  return { id: randomUUID(), type: 'tracking.KeywordUntracked.v1', data: trackingData(keyword), metadata };
}

function trackingData(keyword: string) {
  return {
    trackedKeywordId: randomUUID(),
    workspace: 'demo',
    keyword,
    marketplace: 'etsy',
    country: 'US',
  } as const;
}

const metadata = {
  correlationId: 'spec',
  causationId: 'spec',
  occurredAt: '2026-03-14T09:30:00.000Z',
  actor: 'spec',
  producer: 'spec',
} as const;

/** Waits for a condition, looking again every few milliseconds; throws once the deadline has passed. */
export async function until(
  what: string,
  condition: () => Promise<boolean> | boolean,
  deadlineMs = 20_000,
): Promise<void> {
  const deadline = performance.now() + deadlineMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`not within ${deadlineMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
