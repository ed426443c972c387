import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { EventLogUnavailable } from '../../errors.js';
import type { EventLog } from '../../event-log.js';
import { connectEventLog } from '../../eventstoredb/connect-event-log.js';
import { reportedFigures } from '../sample-events.js';

const APPENDS = 12;
const LONGEST_PAUSE_MS = 40;
const DEADLINE_MS = 1_000;

/**
 * A whole program that appends, reads and follows as the product does, and leaves everything that nobody catches to
 * Node, which ends it. Each line that it is given on standard input sets it to work and is answered by a line of JSON
 * once that work is done, whatever the server does meanwhile; at the end of its input it tells which events it
 * followed.
 */
const log = connectEventLog(process.argv[2] ?? '', { appendDeadlineMs: DEADLINE_MS, silenceMs: DEADLINE_MS });
const followed: string[] = [];
const stopping = new AbortController();
const following = (async () => {
  const everything = { after: undefined, typePrefixes: ['observation.'], signal: stopping.signal };
  for await (const item of log.follow(everything)) if (item.kind === 'event') followed.push(item.event.id);
})();

/** Repeats what is unavailable until it is not, not all at once. @returns how often it was. */
async function insist(work: () => Promise<unknown>): Promise<number> {
  for (let failures = 0; ; failures++) {
    try {
      await work();
      return failures;
    } catch (error) {
      if (!(error instanceof EventLogUnavailable)) throw error;
      await delay(LONGEST_PAUSE_MS * Math.random());
    }
  }
}

async function readWhole(reader: EventLog, stream: string): Promise<void> {
  for await (const event of reader.readStream(stream)) if (event.revision > 0) return;
}

for await (const round of createInterface({ input: process.stdin })) {
  const stored: string[] = [];
  const work = Array.from({ length: APPENDS }, async () => {
    const event = reportedFigures(round);
    const stream = `observation-${randomUUID()}`;
    const failures = await insist(() => log.append(stream, 'no-stream', [event]));
    stored.push(event.id);
    return (
      failures + (await insist(() => readWhole(log, stream))) + (await insist(() => log.ping(DEADLINE_MS)))
    );
  });
  const unavailable = (await Promise.all(work)).reduce((sum, failures) => sum + failures, 0);
  process.stdout.write(`${JSON.stringify({ round, stored, unavailable })}\n`);
}
while (followed.length < Number(process.argv[3])) await delay(20);
stopping.abort();
await following;
await log.close();
process.stdout.write(`${JSON.stringify({ followed })}\n`);
