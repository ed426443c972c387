import type { AnyRecordedEvent, EventLog } from '../../event-log.js';
import { reportedFigures } from '../sample-events.js';
import { freshStream } from './contract-case.js';

export async function all(events: AsyncIterable<AnyRecordedEvent>): Promise<AnyRecordedEvent[]> {
  const list: AnyRecordedEvent[] = [];
  for await (const event of events) list.push(event);
  return list;
}
export const figures = (count: number) =>
  Array.from({ length: count }, (_unused, n) => reportedFigures(`figure ${n}`));
export const idsOf = (events: readonly { id: string }[]) => events.map(({ id }) => id);

/** `count` appends of one event each to a fresh stream, with the positions that they answered. */
export async function written(log: EventLog, count: number) {
  const stream = freshStream();
  const events = figures(count);
  const positions: bigint[] = [];
  for (const [n, event] of events.entries())
    positions.push((await log.append(stream, n === 0 ? 'no-stream' : n - 1, [event])).position);
  return { stream, events, positions, at: (index: number) => positions[index] ?? -1n };
}
