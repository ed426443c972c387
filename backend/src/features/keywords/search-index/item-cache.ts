import { hash } from 'node:crypto';

/** An item of a keyword as it is sent. */
export interface SentItem {
  readonly bytes: Buffer;
  /** Of the bytes: what a list of items is known by again. */
  readonly digest: Buffer;
}

export const sentItem = (item: string): SentItem => {
  const bytes = Buffer.from(item);
  return { bytes, digest: hash('sha1', bytes, 'buffer') };
};

/** Most bytes of items that are kept ready to send. */
const MOST_BYTES = 64 * 1024 * 1024;
/** What an entry takes beside its bytes. */
const ENTRY_BYTES = 400;

interface Kept {
  readonly item: SentItem;
  /** Asked for since it was looked at for dropping. */
  wanted: boolean;
}

/**
 * Items that were asked for lately, ready to send, by the number of their row: the same few thousand keywords stand on top of most
 * lists. Whoever learns that a keyword has changed must drop it. Where room is needed the oldest goes that was not asked for again.
 */
export class ItemCache {
  private readonly items = new Map<number, Kept>();
  private bytes = 0;

  get(row: number): SentItem | undefined {
    const kept = this.items.get(row);
    if (kept) kept.wanted = true;
    return kept?.item;
  }

  keep(row: number, item: SentItem): void {
    this.drop(row);
    this.items.set(row, { item, wanted: false });
    this.bytes += item.bytes.length + ENTRY_BYTES;
    for (const [oldest, kept] of this.items) {
      if (this.bytes <= MOST_BYTES) break;
      this.items.delete(oldest);
      if (kept.wanted) this.items.set(oldest, { ...kept, wanted: false });
      else this.bytes -= kept.item.bytes.length + ENTRY_BYTES;
    }
  }

  drop(row: number): void {
    const kept = this.items.get(row);
    if (!kept) return;
    this.items.delete(row);
    this.bytes -= kept.item.bytes.length + ENTRY_BYTES;
  }

  clear(): void {
    this.items.clear();
    this.bytes = 0;
  }
}
