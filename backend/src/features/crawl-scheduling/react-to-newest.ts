import type { AnyRecordedEvent, EventLog } from '../../../event-log/event-log.js';
import type { Reaction } from '../../../following/reaction.js';

const AT_ONCE = 8;

/** Has a reaction do again what the newest event of each stream asks for. */
export async function reactAgain(
  log: EventLog,
  streams: readonly string[],
  reaction: Pick<Reaction, 'react'>,
): Promise<void> {
  const left = streams.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const stream of left) await reactToNewest(log, stream, reaction);
    }),
  );
}

/**
 * Other reactions to the stream go on meanwhile. If one was faster with a newer event, ours undid its effect: then we do
 * the newer one, too. The last effect is always that of an event that was the newest after it.
 */
async function reactToNewest(
  log: EventLog,
  stream: string,
  reaction: Pick<Reaction, 'react'>,
): Promise<void> {
  for (let done: string | undefined; ;) {
    let newest: AnyRecordedEvent | undefined;
    for await (const event of log.readStream(stream)) newest = event;
    if (!newest || newest.id === done) return;
    await reaction.react(newest);
    done = newest.id;
  }
}
