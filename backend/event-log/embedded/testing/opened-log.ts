import { randomUUID } from 'node:crypto';
import type { CheckedEvent, ExpectedRevision } from '../appending/append.js';
import { GroupCommit } from '../appending/group-commit.js';
import { LogWriter } from '../appending/log-writer.js';
import { EventFile } from '../storage/event-file.js';
import { EventPages } from '../storage/event-pages.js';
import { EventTypes } from '../storage/event-types.js';
import { Events } from '../storage/events.js';
import { Streams } from '../storage/streams.js';

/** The inside of a store without its port, for tests of what the file holds. */
export interface OpenedLog {
  readonly file: EventFile;
  readonly events: Events;
  readonly pages: EventPages;
  readonly streams: Streams;
  /** Resolves when the events are durable. */
  append(stream: string, expected: ExpectedRevision, events: readonly CheckedEvent[]): Promise<void>;
}

export function openLog(path: string): OpenedLog {
  const file = EventFile.open(path);
  const streams = new Streams(file);
  const events = new Events(file);
  const writer = new LogWriter(streams, new EventTypes(file), events, () => Date.now());
  const commits = new GroupCommit(file, writer, () => undefined);
  return {
    file,
    events,
    pages: new EventPages(file),
    streams,
    append: async (stream, expected, appended) => {
      const outcome = await commits.write((each) => each.append(stream, expected, appended));
      if (outcome.kind !== 'appended') throw new Error(`${stream}: ${outcome.kind}`);
    },
  };
}

/** An event with so many bytes of data. */
export const eventOf = (bytes = 2): CheckedEvent => ({
  id: Buffer.from(randomUUID().replaceAll('-', ''), 'hex'),
  type: 'test.Happened.v1',
  contentType: 'application/octet-stream',
  customMetadata: Buffer.alloc(0),
  data: Buffer.alloc(bytes, 'x'),
});
