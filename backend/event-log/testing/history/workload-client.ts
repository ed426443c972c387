import type { ExpectedRevision } from '../../event-log.js';
import type { AppendOutcome, SentEvent, SeenEvent } from './history.js';
import type { SeededRandom } from './seeded-random.js';
import type { StoreDoor } from './store-door.js';

interface SentAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly SentEvent[];
}

/** What the clients of a workload have heard of the store, put together so that they get into each other's way. */
export class SharedKnowledge {
  readonly lastRevisions = new Map<string, number>();
  readonly positions: bigint[] = [];
  readonly sent: SentAppend[] = [];

  constructor(
    readonly streams: readonly string[],
    /** Those that may be deleted. */
    readonly mortal: readonly string[],
    readonly newEvent: (random: SeededRandom) => SentEvent,
  ) {}

  saw(events: readonly SeenEvent[]): void {
    for (const { stream, revision, position } of events) {
      this.lastRevisions.set(stream, Math.max(revision, this.lastRevisions.get(stream) ?? -1));
      this.positions.push(position);
    }
  }
}

/** One client that does one thing after another, whatever its generator says. */
export class WorkloadClient {
  #unanswered: SentAppend[] = [];

  constructor(
    private readonly random: SeededRandom,
    private readonly shared: SharedKnowledge,
  ) {}

  async step(door: StoreDoor): Promise<void> {
    const { random, shared } = this;
    const dice = random.next();
    const unanswered = this.#unanswered.shift();
    // Whoever gets no answer asks again, with the same ids and expectation.
    if (unanswered && dice < 0.8) await this.#append(door, unanswered);
    else if (dice < 0.5) await this.#append(door, this.#newAppend());
    else if (dice < 0.58 && shared.sent.length > 0) await this.#append(door, this.#repeat());
    else if (dice < 0.6) await this.#remove(door);
    else if (dice < 0.85) await this.#readStream(door);
    else await this.#readAll(door);
  }

  #newAppend(): SentAppend {
    const { random, shared } = this;
    const stream = random.pick(shared.streams);
    const count = random.pick([1, 1, 1, 2, 3, 5]);
    const events = Array.from({ length: count }, () => shared.newEvent(random));
    return { stream, expected: this.#expectation(stream), events };
  }

  #expectation(stream: string): ExpectedRevision {
    const { random } = this;
    const last = this.shared.lastRevisions.get(stream);
    const dice = random.next();
    if (last === undefined) return dice < 0.8 ? 'no-stream' : random.pick(['any', 'stream-exists', 3]);
    if (dice < 0.5) return last;
    if (dice < 0.65) return Math.max(0, last - 1 - random.below(3));
    if (dice < 0.7) return last + 1 + random.below(3);
    return random.pick(['any', 'any', 'stream-exists', 'no-stream'] as const);
  }

  /** Something that was sent before, by anybody: as it was, in part, or expecting something else. */
  #repeat(): SentAppend {
    const { random } = this;
    const { stream, expected, events } = random.pick(this.shared.sent);
    const dice = random.next();
    if (dice < 0.6) return { stream, expected, events };
    if (dice < 0.8) return { stream, expected: 'any', events };
    return { stream, expected, events: [...events.slice(1), this.shared.newEvent(random)] };
  }

  async #append(door: StoreDoor, append: SentAppend): Promise<void> {
    const { stream, expected, events } = append;
    const outcome = await door.append(stream, expected, events);
    this.shared.sent.push(append);
    if (outcome.kind !== 'unknown') this.#learn(stream, outcome);
    else this.#unanswered.push(append);
  }

  #learn(stream: string, outcome: AppendOutcome): void {
    const { lastRevisions, positions } = this.shared;
    if (outcome.kind === 'stored') {
      lastRevisions.set(stream, Math.max(outcome.revision, lastRevisions.get(stream) ?? -1));
      positions.push(outcome.position);
    } else if (outcome.kind === 'refused' && typeof outcome.actual === 'number')
      lastRevisions.set(stream, outcome.actual);
  }

  async #remove(door: StoreDoor): Promise<void> {
    const { random, shared } = this;
    if (shared.mortal.length === 0) return this.#readAll(door);
    const how = random.chance(0.8) ? 'soft-delete' : 'tombstone';
    const stream = random.pick(shared.mortal);
    const last = shared.lastRevisions.get(stream);
    await door.remove(stream, how, random.chance(0.5) || last === undefined ? 'any' : last);
  }

  async #readStream(door: StoreDoor): Promise<void> {
    const { random, shared } = this;
    const stream = random.pick(shared.streams);
    const range = {
      ...(random.chance(0.3) ? { from: random.below((shared.lastRevisions.get(stream) ?? 0) + 2) } : {}),
      ...(random.chance(0.3) ? { backwards: true } : {}),
      ...(random.chance(0.3) ? { limit: 1 + random.below(8) } : {}),
    };
    const outcome = await door.read({ of: 'stream', stream, ...range });
    if (outcome.kind === 'read') shared.saw(outcome.events);
  }

  async #readAll(door: StoreDoor): Promise<void> {
    const { random, shared } = this;
    const backwards = random.chance(0.4);
    const range = {
      ...(backwards ? { backwards } : {}),
      ...(!backwards && random.chance(0.7) && shared.positions.length > 0
        ? { after: random.pick(shared.positions) }
        : {}),
      ...(random.chance(0.5) ? { limit: 1 + random.below(20) } : {}),
    };
    const outcome = await door.read({ of: '$all', ...range });
    if (outcome.kind === 'read')
      shared.saw(outcome.events.filter(({ stream }) => shared.streams.includes(stream)));
  }
}
