import type { EventFilter } from '../messages/read-request.js';
import type { EventKind } from '../storage/events.js';
import type { EventTypes } from '../storage/event-types.js';
import type { Streams } from '../storage/streams.js';

const REMEMBERED = 50_000;

/** Does an event match a subscription's filter? The answer is the same for all events of one type (or stream), so it is kept. */
export class FilterMatcher {
  private readonly answers = new Map<number, boolean>();

  constructor(
    private readonly filter: EventFilter,
    private readonly types: EventTypes,
    private readonly streams: Streams,
  ) {}

  matches(event: { readonly type: string; readonly stream: string }): boolean {
    return this.matchesText(this.filter.on === 'type' ? event.type : event.stream);
  }

  matchesKind(kind: EventKind): boolean {
    const ref = this.filter.on === 'type' ? kind.typeRef : kind.streamRef;
    const known = this.answers.get(ref);
    if (known !== undefined) return known;
    const answer = this.matchesText(
      this.filter.on === 'type' ? this.types.nameOf(ref) : this.streams.nameOf(ref),
    );
    if (this.answers.size >= REMEMBERED) this.answers.clear();
    this.answers.set(ref, answer);
    return answer;
  }

  private matchesText(text: string): boolean {
    const { prefixes, regex } = this.filter;
    return regex === undefined ? prefixes.some((prefix) => text.startsWith(prefix)) : regex.test(text);
  }
}
