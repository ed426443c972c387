import { setTimeout as pause } from 'node:timers/promises';
import { EndedTooSoon, type RunningProcess } from './node-process.js';

/** So many deaths within the time, and another start would change nothing. */
const MOST_DEATHS = 5;
const WITHIN_MS = 60_000;
const FIRST_PAUSE_MS = 100;
const START_PATIENCE_MS = 10_000;

export interface Supervision<Started extends RunningProcess> {
  readonly name: string;
  /** Starts it where it was before: same port, same files. Called again after each death. */
  readonly start: () => Promise<Started>;
  /** Told of the first start and of each one after a death. */
  readonly onStarted: (started: Started) => void;
  readonly say: (line: string) => void;
  /** It died too often: the rest cannot do without it. */
  readonly onGivenUp: () => void;
}

/**
 * Keeps one program running: when it dies without having been told to, it is started again, at once the first time and
 * then with growing pauses. The fifth death within a minute is the last.
 */
export class Supervised<Started extends RunningProcess> {
  private readonly stopping = new AbortController();
  private deaths: number[] = [];
  private current: Started | undefined;
  private restarting: Promise<unknown> | undefined;

  private constructor(private readonly supervision: Supervision<Started>) {}

  /** @throws EndedTooSoon where the first start ends by itself: what is wrong with it will not go away */
  static async start<Started extends RunningProcess>(
    supervision: Supervision<Started>,
  ): Promise<{ supervised: Supervised<Started>; started: Started }> {
    const supervised = new Supervised(supervision);
    try {
      return { supervised, started: await supervised.begin() };
    } catch (error) {
      if (!(error instanceof EndedTooSoon) || !error.wasKilled) throw error;
      const started = await supervised.again(error.message);
      if (!started) throw error;
      return { supervised, started };
    }
  }

  get name(): string {
    return this.supervision.name;
  }

  /** Ends it, and whatever start is under way. It is not started again. */
  async stop(): Promise<void> {
    this.stopping.abort();
    // A start that hangs must not keep the others from stopping; our own programs end with us in any case.
    await Promise.race([this.restarting, pause(START_PATIENCE_MS, undefined, { ref: false })]);
    await this.current?.stop();
  }

  private async begin(): Promise<Started> {
    const started = await this.supervision.start();
    this.current = started;
    this.supervision.onStarted(started);
    void started.ended.then((how) => {
      if (!this.stopping.signal.aborted) this.restarting = this.again(how);
    });
    return started;
  }

  /** Undefined once it is given up, or told to stop. */
  private async again(how: string): Promise<Started | undefined> {
    const { name, say, onGivenUp } = this.supervision;
    const { signal } = this.stopping;
    for (let why = how; !signal.aborted;) {
      const recent = this.countDeath();
      if (recent >= MOST_DEATHS) {
        say(`${name} ended ${recent} times within a minute (${why}): it is given up, everything stops.`);
        onGivenUp();
        return undefined;
      }
      say(`${name} ended unexpectedly (${why}): starting it again.`);
      const pauseMs = recent === 1 ? 0 : FIRST_PAUSE_MS * 2 ** recent;
      await pause(pauseMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return undefined;
      try {
        return await this.begin();
      } catch (error) {
        why = (error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, ' | ');
      }
    }
    return undefined;
  }

  private countDeath(): number {
    const now = performance.now();
    this.deaths = [...this.deaths, now].filter((at) => now - at < WITHIN_MS);
    return this.deaths.length;
  }
}
