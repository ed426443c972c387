import { setTimeout as pause } from 'node:timers/promises';
import { CHAIN_START, chained, type ChainedEvent, type ChainPlace } from './chained-hash.js';
import type { HeadsFile } from './heads-file.js';

const LOOK_EVERY_MS = 2_000;
const SIGN_EVERY_MS = 3_600_000;
const MOST_UNSIGNED = 10_000;

export interface ChainOptions {
  readonly events: {
    after(position: bigint | undefined): AsyncIterable<ChainedEvent>;
    head(): Promise<bigint | undefined>;
  };
  readonly heads: HeadsFile;
  readonly onError: (error: Error) => void;
  readonly clock?: () => number;
  /** How often to look for new events; default 2 s. */
  readonly lookEveryMs?: number;
}

export interface KeptChain {
  /** Chains what is there now, signs, and ends. */
  stop(): Promise<void>;
}

/**
 * Chains what is appended and signs a head every hour, at least every 10,000 events, and at the end. Goes on from the last signed
 * head: what was not signed yet is read again. Several may run at once; their heads agree.
 */
export function keepChain(options: ChainOptions): KeptChain {
  const { clock = Date.now, lookEveryMs = LOOK_EVERY_MS, onError } = options;
  const stopping = new AbortController();
  const keeper = new ChainKeeper(options, clock);
  let lastTold: string | undefined;
  // What stays wrong is said once, not every two seconds.
  const tell = (cause: unknown) => {
    const error = asError(cause);
    if (error.message !== lastTold) onError(error);
    lastTold = error.message;
  };
  const look = () => keeper.look(stopping.signal).catch(tell);
  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await look();
      await pause(lookEveryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    await keeper.finish().catch(tell);
  }
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** Stopping must not take longer than programs are given. */
const FINISH_MS = 3_000;

class ChainKeeper {
  private place: ChainPlace | undefined;
  private signed: ChainPlace = CHAIN_START;
  private signedAt: number;

  constructor(
    private readonly options: ChainOptions,
    private readonly clock: () => number,
  ) {
    this.signedAt = clock();
  }

  async look(signal: AbortSignal): Promise<void> {
    const begin = (this.place ??= await this.lastSigned());
    let place = begin;
    for await (const event of this.options.events.after(place.count === 0 ? undefined : place.position)) {
      this.place = place = chained(place, event);
      if (place.count - this.signed.count >= MOST_UNSIGNED) this.sign();
      if (signal.aborted) return;
    }
    if (this.clock() - this.signedAt >= SIGN_EVERY_MS) this.sign();
  }

  async finish(): Promise<void> {
    await this.look(AbortSignal.timeout(FINISH_MS));
    this.sign();
  }

  private async lastSigned(): Promise<ChainPlace> {
    const last = this.options.heads.read().at(-1);
    if (!last) return CHAIN_START;
    const head = await this.options.events.head();
    if (head === undefined || head < last.position)
      throw new Error(
        `the log ends at position ${head ?? 'none'}, before the last signed head of the audit (${last.position}): run «audit verify»`,
      );
    this.signed = last;
    return last;
  }

  private sign(): void {
    this.signedAt = this.clock();
    if (!this.place || this.place.count === this.signed.count) return;
    this.options.heads.append(this.place, new Date(this.signedAt).toISOString());
    this.signed = this.place;
  }
}

const asError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)));
