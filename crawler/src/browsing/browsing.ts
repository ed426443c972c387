import type { Redis } from 'ioredis';
import { addressesOf, type Addresses } from './addresses.js';
import { BrowserWindow } from './browser-window.js';
import { Gate } from './gate.js';
import { HttpAsking } from './http-asking.js';
import { LIVE_INTERVAL_MS, sharedPace } from './pace.js';
import { NoAnswer } from './refusals.js';
import { Robots } from './robots.js';

export interface BrowsingOptions {
  /** Address of the imitated marketplaces; undefined: the real ones are asked. */
  readonly sandboxUrl: string | undefined;
  /** Shared by all workers: what keeps their common pace. */
  readonly redis: Redis;
  readonly chromiumPath: string | undefined;
  /** How long a host may take to answer. */
  readonly answerTimeoutMs: number;
  /** How long a page's scripts may take to draw. */
  readonly drawTimeoutMs: number;
  /** Between two requests to the same host; by default what the marketplaces need. */
  readonly intervalMs?: number;
}

/** A request as a marketplace's route makes it. */
export interface Asked {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** How a page is to be read; the marketplace's route knows. */
export interface Rendering {
  readonly rendering: 'http' | 'browser';
  readonly readyWhen: string | null;
}

/** What came back. */
export interface SeenPage {
  readonly url: string;
  readonly status: number;
  readonly body: string | Uint8Array;
  readonly seenAt: Date;
}

const MOST_REDIRECTS = 5;

/** Opens pages of marketplaces: politely, one way or the other, each look knowing nothing of the others. */
export class Browsing {
  readonly addresses: Addresses;
  private readonly gate: Gate;
  private readonly http: HttpAsking;
  private readonly browser: BrowserWindow;

  constructor(options: BrowsingOptions) {
    this.addresses = addressesOf(options.sandboxUrl);
    this.http = new HttpAsking(options.answerTimeoutMs);
    const intervalMs = options.intervalMs ?? (options.sandboxUrl === undefined ? LIVE_INTERVAL_MS : 0);
    const pace = sharedPace(options.redis, intervalMs);
    this.gate = new Gate(this.addresses, new Robots(this.addresses, this.http, pace), pace);
    const times = { answerMs: options.answerTimeoutMs, drawMs: options.drawTimeoutMs };
    this.browser = new BrowserWindow(this.gate, times, options.chromiumPath);
  }

  /**
   * @throws RefusedByRobots where the host does not want it asked for: then nothing was.
   * @throws NoAnswer where no whole answer came.
   */
  async open(asked: Asked, how: Rendering, signal: AbortSignal): Promise<SeenPage> {
    await this.gate.pass(asked.url, signal);
    const seen =
      how.rendering === 'browser'
        ? await this.browser.see(asked.url, asked.headers, how.readyWhen, signal)
        : await this.askFollowing(asked, signal);
    return { ...seen, seenAt: new Date() };
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  /** Every step of a redirect is a request of its own to the host that it leads to. */
  private async askFollowing(asked: Asked, signal: AbortSignal): Promise<Omit<SeenPage, 'seenAt'>> {
    let url = asked.url;
    for (let step = 0; step <= MOST_REDIRECTS; step += 1) {
      const answer = await this.http.ask(url, asked.headers, signal);
      if (answer.movedTo === null) return { url: answer.url, status: answer.status, body: answer.body };
      url = answer.movedTo;
      await this.gate.pass(url, signal);
    }
    throw new NoAnswer('unavailable', `More than ${MOST_REDIRECTS} redirects`);
  }
}
