import type { AllRange, AppendOutcome, ReadOutcome, RemoveOutcome, StreamRange, Wanted } from './history.js';
import { isOfTheStore, type Delivery } from './history.js';
import type { SeededRandom } from './seeded-random.js';
import type { SeededTurns } from './seeded-turns.js';
import type { OpenSubscription, StoreDoor } from './store-door.js';
import type { ToyBug } from './toy-bugs.js';
import { ToyLog } from './toy-log.js';
import { followToy } from './toy-subscription.js';

interface WaitingWrite {
  readonly apply: () => AppendOutcome | RemoveOutcome;
  readonly answer: (outcome: AppendOutcome | RemoveOutcome) => void;
}
const UNKNOWN = { kind: 'unknown' } as const;

/**
 * An event store in memory that many clients use at once, with every wait an opening for the others and for a crash.
 * Writes are gathered, decided one after another, made durable together and only then answered and shown.
 */
export class ToyStore {
  readonly #log: ToyLog;
  #waiting: WaitingWrite[] = [];
  #isCommitting = false;
  #life = 0;
  #listeners = new Set<() => void>();
  #nthRead = 0;

  constructor(
    private readonly turns: SeededTurns,
    private readonly random: SeededRandom,
    private readonly bug?: ToyBug,
  ) {
    this.#log = new ToyLog(random, bug);
  }

  /** Everything in flight stays unanswered, subscriptions break, and it is there again at once. */
  crash(): void {
    this.#life++;
    this.#log.crash();
    for (const { answer } of this.#waiting.splice(0)) answer(UNKNOWN);
    this.#isCommitting = false;
    this.#tell();
  }

  /** What is really there, whatever readers are shown. */
  wholeLog(): ReadOutcome {
    return { kind: 'read', events: this.#log.entries };
  }

  door(): StoreDoor {
    return {
      append: (stream, expected, events) =>
        this.#write<AppendOutcome>(() => this.#log.append(stream, expected, events)),
      remove: (stream, how, expected) =>
        this.#write<RemoveOutcome>(() => this.#log.remove(stream, how, expected)),
      read: (range) =>
        this.#call(() => (range.of === 'stream' ? this.#readStream(range) : this.#readAll(range))),
      subscribe: (wanted, deliver) => this.#subscribe(wanted, deliver),
      close: () => Promise.resolve(),
    };
  }

  async #write<Outcome extends AppendOutcome | RemoveOutcome>(apply: () => Outcome): Promise<Outcome> {
    const answered = new Promise<Outcome>((resolve) => {
      void this.#call(() => {
        this.#waiting.push({ apply, answer: (outcome) => resolve(outcome as Outcome) });
        void this.#commit();
      }).then((queued) => queued && resolve(queued as Outcome));
    });
    const outcome = await answered;
    // The answer may still be lost on its way.
    const life = this.#life;
    await this.turns.next();
    return life === this.#life ? outcome : (UNKNOWN as Outcome);
  }

  async #call<Result>(work: () => Result): Promise<Result | typeof UNKNOWN> {
    const life = this.#life;
    await this.turns.next();
    if (life !== this.#life) return UNKNOWN;
    const result = work();
    await this.turns.next();
    return life === this.#life ? result : UNKNOWN;
  }

  async #commit(): Promise<void> {
    if (this.#isCommitting) return;
    this.#isCommitting = true;
    const life = this.#life;
    await this.turns.next();
    while (life === this.#life && this.#waiting.length > 0) {
      const group = this.#waiting.splice(0);
      const outcomes = group.map(({ apply }) => apply());
      for (let wait = this.random.below(5); wait >= 0; wait--) await this.turns.next();
      const answers = (outcome: (n: number) => AppendOutcome | RemoveOutcome) => {
        for (const [n, { answer }] of group.entries()) answer(outcome(n));
      };
      if (life !== this.#life) {
        answers(() => UNKNOWN);
        return;
      }
      this.#log.sync();
      answers((n) => outcomes[n] ?? UNKNOWN);
      this.#tell();
    }
    if (life === this.#life) this.#isCommitting = false;
  }

  /** How much of the log a read may see. */
  #readable(): number {
    const { durable, entries } = this.#log;
    this.#nthRead++;
    const last = entries[durable - 1];
    if (this.bug === 'reads what is not durable yet' || this.bug === 'answers before the append is durable')
      return entries.length;
    if (this.bug === 'reads what was there a while ago' && this.#nthRead % 3 === 0)
      return Math.max(0, durable - 12);
    if (this.bug === 'reads in the middle of an append' && last && !isOfTheStore(last)) return durable - 1;
    return durable;
  }

  #readStream({ stream, from, backwards, limit = Infinity }: StreamRange): ReadOutcome {
    const length = this.#readable();
    if (this.#log.isTombstoned(stream, length)) return { kind: 'deleted' };
    const truncation = this.#log.truncationOf(stream, length);
    const events = this.#log.eventsOf(stream, length);
    const isGone =
      events.length === 0 || (truncation === Infinity && this.bug !== 'reads a stream that was deleted');
    if (isGone) return { kind: 'absent' };
    const whole = events.filter(({ revision }) => truncation === Infinity || revision >= truncation);
    const inRange = backwards
      ? whole.reverse().filter(({ revision }) => revision <= (from ?? Infinity))
      : whole.filter(({ revision }) => revision >= (from ?? 0));
    if (this.bug === 'leaves an event out of a long read' && inRange.length > 6) inRange.splice(3, 1);
    return { kind: 'read', events: inRange.slice(0, limit) };
  }

  #readAll({ after = -1n, backwards, limit = Infinity }: AllRange): ReadOutcome {
    const visible = this.#log.entries.slice(0, this.#readable());
    const inRange = (backwards ? visible.reverse() : visible).filter(({ position }) => position > after);
    return { kind: 'read', events: inRange.slice(0, limit) };
  }

  #subscribe(wanted: Wanted, deliver: (delivery: Delivery) => void): OpenSubscription {
    const life = this.#life;
    let stopped = false;
    const changed = () => new Promise<void>((resolve) => this.#listeners.add(resolve));
    const ended = followToy({
      wanted,
      deliver,
      changed,
      turn: () => this.turns.next(),
      entries: () =>
        this.#log.entries.slice(
          0,
          this.bug === 'answers before the append is durable' ? this.#log.entries.length : this.#log.durable,
        ),
      end: () => (stopped ? 'stopped' : life === this.#life ? undefined : 'broken'),
      bug: this.bug,
    });
    return {
      stop: () => {
        stopped = true;
        this.#tell();
      },
      ended,
    };
  }

  #tell(): void {
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) listener();
  }
}
