import {
  checkedEvents,
  checkedStream,
  MAX_APPEND_BYTES,
  sizeOf,
  type AppendOutcome,
  type ProposedEvent,
} from '../appending/append.js';
import type { GroupCommit } from '../appending/group-commit.js';
import type { AppendTarget } from '../messages/append-requests.js';

/** Bytes of the messages of one append: events without data have a size too. */
const MAX_ARRIVING_BYTES = 8 * MAX_APPEND_BYTES;

/** An append while its parts arrive. Once it is too large its events are let go: it will be refused anyway. */
export class ArrivingAppend {
  private events: ProposedEvent[] = [];
  private bytes = 0;
  private arrived = 0;

  constructor(readonly target: AppendTarget) {}

  get isTooLarge(): boolean {
    return this.bytes > MAX_APPEND_BYTES || this.arrived > MAX_ARRIVING_BYTES;
  }

  /** Bytes of memory that wait for the last part: events are views into the messages that brought them. */
  get held(): number {
    return this.isTooLarge ? 0 : this.arrived;
  }

  /** `arrivedBytes`: of the message that brought these events. */
  add(events: readonly ProposedEvent[], arrivedBytes: number): void {
    this.arrived += arrivedBytes;
    for (const event of events) this.bytes += sizeOf(event);
    if (this.isTooLarge) this.events = [];
    else for (const event of events) this.events.push(event);
  }

  /** Resolves after the commit. Rejects with GrpcError for a bad stream or event. */
  async write(commits: GroupCommit, deadlineMs: number | undefined): Promise<AppendOutcome> {
    const stream = checkedStream(this.target.stream);
    const events = checkedEvents(this.events);
    return commits.write((writer) => writer.append(stream, this.target.expected, events), deadlineMs);
  }
}
