import type { Addresses } from './addresses.js';
import type { Pace } from './pace.js';
import { RefusedByRobots } from './refusals.js';
import type { Robots } from './robots.js';

/** What every request to the outside passes: first the host's robots.txt, then its pace. */
export class Gate {
  constructor(
    private readonly addresses: Addresses,
    private readonly robots: Robots,
    private readonly pace: Pace,
  ) {}

  /** @throws RefusedByRobots, or NoAnswer where the rules cannot be read. */
  async pass(url: string, signal: AbortSignal): Promise<void> {
    const real = this.addresses.real(url);
    if (!(await this.robots.allow(real, signal)))
      throw new RefusedByRobots(`The robots.txt of ${real.host} does not allow ${real.pathname}`);
    await this.pace.turn(real.host, signal);
  }
}
