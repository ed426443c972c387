import type { Browsing } from '../browsing/browsing.js';
import type { Recorder } from '../recording/recorder.js';

/** What a job works with. */
export interface Outlook {
  readonly browsing: Pick<Browsing, 'open' | 'addresses'>;
  readonly recorder: Recorder;
  /** Aborted when the process has to end before the look does. */
  readonly signal: AbortSignal;
}

/** Which try of a look this is. */
export interface Attempt {
  /** 1 for the first. */
  readonly number: number;
  readonly most: number;
}

/** A try failed, is recorded as failed, and another one follows. */
export class LookFailed extends Error {
  override readonly name = 'LookFailed';
}
