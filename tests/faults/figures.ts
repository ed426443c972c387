import type { AnyRecordedEvent } from '../../backend/event-log/event-log.js';
import { connectEventLog } from '../../backend/event-log/eventstoredb/connect-event-log.js';
import type { StartedProduct } from './started-product.js';

/** What two runs with the same demo have in common, whenever they ran: counts and sums, no ids and no moments. */
export interface Figures {
  readonly keywords: number;
  /** Of the newest value of each metric over all keywords. */
  readonly sums: Readonly<Record<string, { readonly count: number; readonly sum: number }>>;
  readonly trend: { readonly points: number; readonly sum: number };
  readonly tracked: number;
  /** Events by type and origin. Of the looks at tracked keywords the first one alone: another may come due at any time. */
  readonly recorded: Readonly<Record<string, number>>;
  /** Event ids that stand in the log more than once. */
  readonly doubled: readonly string[];
}

interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}
interface KeywordItem {
  readonly metrics: Readonly<Record<string, { readonly value: number }>>;
  readonly trend: readonly { readonly value: number | null }[];
}

export async function figuresOf(product: StartedProduct): Promise<Figures> {
  const keywords = await allPages<KeywordItem>(product, '/api/v1/keywords?sort=keyword&limit=200');
  const sums: Record<string, { count: number; sum: number }> = {};
  for (const { metrics } of keywords)
    for (const [name, { value }] of Object.entries(metrics)) {
      const { count, sum } = sums[name] ?? { count: 0, sum: 0 };
      sums[name] = { count: count + 1, sum: sum + value };
    }
  const points = keywords.flatMap(({ trend }) => trend.map(({ value }) => value ?? 0));
  const events = await eventsOf(product);
  return {
    keywords: keywords.length,
    sums: Object.fromEntries(Object.entries(sums).sort(([a], [b]) => (a < b ? -1 : 1))),
    trend: { points: points.length, sum: points.reduce((sum, value) => sum + value, 0) },
    tracked: (await allPages(product, '/api/v1/tracked-keywords?limit=200')).length,
    recorded: countsOf(events),
    doubled: doubledOf(events.map(({ id }) => id)),
  };
}

export async function eventsOf(product: StartedProduct): Promise<AnyRecordedEvent[]> {
  const log = connectEventLog(product.record.addresses.EVENTSTORE_URL);
  try {
    return await Array.fromAsync(log.readAll());
  } finally {
    await log.close();
  }
}

function doubledOf(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  return ids.filter((id) => seen.size === seen.add(id).size);
}

function countsOf(events: readonly AnyRecordedEvent[]): Record<string, number> {
  const counts: Record<string, number> = {};
  const tracked = new Set(
    events.flatMap(({ data }) => ('trackedKeywordId' in data ? [data.trackedKeywordId] : [])),
  );
  const firstLooks = new Set<string>();
  for (const event of events) {
    const { type, data, metadata } = event;
    const trackedLook = 'origin' in data && data.origin === 'sandbox' && tracked.has(metadata.correlationId);
    if (trackedLook && firstLooks.has(metadata.correlationId)) continue;
    if (trackedLook) firstLooks.add(metadata.correlationId);
    const what = 'origin' in data ? `${type} ${data.origin}` : type;
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function allPages<T>(product: StartedProduct, path: string): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Page<T> = await product.get<Page<T>>(cursor ? `${path}&cursor=${cursor}` : path);
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}
