import { RobotsTxtFile } from 'crawlee';
import type { Addresses } from './addresses.js';
import type { HttpAsking } from './http-asking.js';
import type { Pace } from './pace.js';
import { NoAnswer } from './refusals.js';
import { ROBOTS_NAME } from './visitor.js';

// RFC 9309: a copy may be used for up to a day, a body is read up to 500 kibibytes at least.
const KEPT_MS = 24 * 3_600_000;
const READ_CHARACTERS = 512_000;

interface Rules {
  readonly readAt: number;
  allow(url: URL): boolean;
}

/** The robots.txt of every host that we ask, fetched once a day and obeyed. */
export class Robots {
  private readonly kept = new Map<string, Promise<Rules>>();

  constructor(
    private readonly addresses: Addresses,
    private readonly http: Pick<HttpAsking, 'ask'>,
    private readonly pace: Pace,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * May this address (at its real host) be asked for?
   * @throws NoAnswer where the host's rules cannot be read: until they are known, nothing is asked.
   */
  async allow(url: URL, signal: AbortSignal): Promise<boolean> {
    const kept = this.kept.get(url.host);
    const known = kept && (await kept);
    if (known && this.now() - known.readAt < KEPT_MS) return known.allow(url);
    const reading = this.read(url.host, signal);
    this.kept.set(url.host, reading);
    try {
      return (await reading).allow(url);
    } catch (error) {
      this.kept.delete(url.host);
      throw error;
    }
  }

  private async read(host: string, signal: AbortSignal): Promise<Rules> {
    await this.pace.turn(host, signal);
    const answer = await this.http.ask(
      `${this.addresses.of(host)}/robots.txt`,
      { accept: 'text/plain' },
      signal,
    );
    const readAt = this.now();
    // RFC 9309 2.3.1: "unavailable" (4xx) allows everything, "unreachable" (5xx) nothing.
    if (answer.status >= 500 || answer.status === 429)
      throw new NoAnswer('unavailable', `The robots.txt of ${host} could not be read: HTTP ${answer.status}`);
    if (answer.status >= 400) return { readAt, allow: () => true };
    const text = answer.body.toString('utf8').slice(0, READ_CHARACTERS);
    const file = RobotsTxtFile.from(`https://${host}/robots.txt`, text);
    return { readAt, allow: (url) => file.isAllowed(url.href, ROBOTS_NAME) };
  }
}
