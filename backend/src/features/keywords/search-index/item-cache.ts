import { hash } from 'node:crypto';

/** An item of a keyword as it is sent. */
export interface SentItem {
  /** A text that is sent once need not become bytes before it is written where it is sent from. */
  readonly json: Buffer | string;
  /** In UTF-8. */
  readonly bytes: number;
  /** What a list of items is known by again. */
  readonly digest: Buffer;
}

export const sentItem = (json: string): SentItem => ({
  json,
  bytes: Buffer.byteLength(json),
  digest: hash('sha1', json, 'buffer'),
});

/** Most bytes of items that are kept ready to send. */
const MOST_BYTES = 64 * 1024 * 1024;
/** So full it is after room was made. */
const ROOM_LEFT = 0.9;
/** Rows that were asked for once are remembered until so many are; then all are forgotten. */
const MOST_ASKED_ONCE = 100_000;
/** What an entry takes beside its bytes. */
const ENTRY_BYTES = 400;

interface Kept {
  readonly item: SentItem;
  /** Asked for since it was looked at for dropping. */
  wanted: boolean;
}

/**
 * Items that were asked for lately, ready to send, by the number of their row: the same few thousand keywords stand on top of most
 * lists. Whoever learns that a keyword has changed must drop it. What is asked for once is not kept, for most such items are not asked
 * for again; where room is needed the oldest goes that was not.
 */
export class ItemCache {
  private readonly items = new Map<number, Kept>();
  private readonly askedOnce = new Set<number>();
  private bytes = 0;

  get(row: number): SentItem | undefined {
    const kept = this.items.get(row);
    if (kept) kept.wanted = true;
    return kept?.item;
  }

  /** Keeps an item that is asked for the second time. */
  offer(row: number, item: SentItem): void {
    if (!this.askedOnce.delete(row)) {
      if (this.askedOnce.size >= MOST_ASKED_ONCE) this.askedOnce.clear();
      this.askedOnce.add(row);
      return;
    }
    this.drop(row);
    const json = typeof item.json === 'string' ? Buffer.from(item.json) : item.json;
    this.items.set(row, { item: { ...item, json }, wanted: false });
    this.bytes += item.bytes + ENTRY_BYTES;
    if (this.bytes > MOST_BYTES) this.makeRoom();
  }

  drop(row: number): void {
    const kept = this.items.get(row);
    if (!kept) return;
    this.items.delete(row);
    this.bytes -= kept.item.bytes + ENTRY_BYTES;
  }

  clear(): void {
    this.items.clear();
    this.askedOnce.clear();
    this.bytes = 0;
  }

  /** A good piece at a time: to find the oldest entries is work, however few of them go. */
  private makeRoom(): void {
    for (const [oldest, kept] of this.items) {
      if (this.bytes <= MOST_BYTES * ROOM_LEFT) return;
      this.items.delete(oldest);
      if (kept.wanted) this.items.set(oldest, { ...kept, wanted: false });
      else this.bytes -= kept.item.bytes + ENTRY_BYTES;
    }
  }
}
