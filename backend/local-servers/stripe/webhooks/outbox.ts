import type { Store } from '../store/store.js';
import { signatureHeader } from './signature.js';

export const MODES = ['deliver', 'hold', 'drop'] as const;
export type Mode = (typeof MODES)[number];
export const ORDERS = ['as-is', 'reversed', 'shuffled'] as const;
export type Order = (typeof ORDERS)[number];

export interface OutboxOptions {
  readonly secret: string;
  readonly url?: string | undefined;
  readonly firstPauseMs?: number | undefined;
  readonly longestPauseMs?: number | undefined;
  readonly tries?: number | undefined;
}

const TIMEOUT_MS = 10_000;

/** Webhooks on their way, one after another in order; those that wait outlive a restart. */
export class Outbox {
  /** Where they go; while there is no address they wait. */
  private url: string | undefined;
  private working: Promise<void> | undefined;
  private readonly closing = new AbortController();

  constructor(
    private readonly store: Store,
    private readonly options: OutboxOptions,
  ) {
    this.url = options.url;
  }

  get mode(): Mode {
    return this.store.note<Mode>('webhook-mode') ?? 'deliver';
  }

  setMode(mode: Mode): void {
    this.store.setNote('webhook-mode', mode);
  }

  sendTo(url: string): void {
    this.url = url;
    this.wake();
  }

  add(event: string): void {
    const state = { deliver: 'pending', hold: 'held', drop: 'dropped' }[this.mode];
    this.store.sql('insert into deliveries (event, state) values (?, ?)').run(event, state);
  }

  /** Sends off what was held, and what was given up. Twice: the whole order is gone through twice, or shuffled as one. */
  release(order: Order, times: 1 | 2): number {
    const held = this.store
      .sql("select event from deliveries where state in ('held', 'failed') order by seq")
      .all();
    const once = held.map((row) => String(row['event']));
    if (order === 'reversed') once.reverse();
    const all = times === 2 ? [...once, ...once] : once;
    if (order === 'shuffled') shuffle(all);
    this.store.transaction(() => {
      this.store.sql("delete from deliveries where state in ('held', 'failed')").run();
      const add = this.store.sql("insert into deliveries (event, state) values (?, 'pending')");
      for (const event of all) add.run(event);
    });
    this.wake();
    return all.length;
  }

  /** How many there are in each state. */
  counts(): Record<'pending' | 'held' | 'delivered' | 'dropped' | 'failed', number> {
    const counts = { pending: 0, held: 0, delivered: 0, dropped: 0, failed: 0 };
    for (const row of this.store.sql('select state, count(*) as n from deliveries group by state').all())
      counts[row['state'] as keyof typeof counts] = Number(row['n']);
    return counts;
  }

  /** To be called after every transaction that may have added something. */
  wake(): void {
    if (this.working || this.url === undefined || this.closing.signal.aborted) return;
    this.working = this.sendAll().finally(() => {
      this.working = undefined;
      if (!this.closing.signal.aborted && this.first()) this.wake();
    });
  }

  private first() {
    return this.store
      .sql("select seq, event, attempts from deliveries where state = 'pending' order by seq limit 1")
      .get();
  }

  private async sendAll(): Promise<void> {
    const { firstPauseMs = 250, longestPauseMs = 30_000, tries = 16 } = this.options;
    const settle = this.store.sql('update deliveries set state = ?, attempts = ? where seq = ?');
    for (let next = this.first(); next; next = this.first()) {
      const isTaken = await this.send(String(next['event']));
      if (this.closing.signal.aborted) return;
      const attempts = Number(next['attempts']) + 1;
      const state = isTaken ? 'delivered' : attempts >= tries ? 'failed' : 'pending';
      settle.run(state, attempts, Number(next['seq']));
      if (state === 'pending') await this.pause(Math.min(firstPauseMs * 2 ** (attempts - 1), longestPauseMs));
      if (this.closing.signal.aborted) return;
    }
  }

  private async send(event: string): Promise<boolean> {
    const body = JSON.stringify(this.store.the('event', event));
    // The real time, however far ahead the double's clock is: the receiver compares it with its own.
    const signature = signatureHeader(body, this.options.secret, Math.floor(Date.now() / 1_000));
    try {
      const response = await fetch(this.url ?? '', {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': signature,
          'user-agent': 'Stripe/1.0 (local double)',
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([this.closing.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false; // nobody listens there, or too slowly: it is tried again
    }
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.closing.signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
    });
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.working;
  }
}

function shuffle(events: string[]): void {
  for (let place = events.length - 1; place > 0; place -= 1) {
    const other = Math.floor(Math.random() * (place + 1));
    [events[place], events[other]] = [events[other] ?? '', events[place] ?? ''];
  }
}
