import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventFile } from '../storage/event-file.js';
import { EventTypes } from '../storage/event-types.js';
import { Events } from '../storage/events.js';
import { Streams } from '../storage/streams.js';
import type { CheckedEvent } from './append.js';
import { GroupCommit, WriteTooLate } from './group-commit.js';
import { LogWriter } from './log-writer.js';

let dir = '';
let file: EventFile;
let commits: GroupCommit;
let faults: unknown[] = [];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'event-store-'));
  file = EventFile.open(join(dir, 'events.sqlite'));
  faults = [];
  const writer = new LogWriter(new Streams(file), new EventTypes(file), new Events(file), () => Date.now());
  commits = new GroupCommit(file, writer, (fault) => faults.push(fault));
});
afterEach(async () => {
  file.close();
  await rm(dir, { recursive: true, force: true });
});

const event = (): CheckedEvent => ({
  id: randomBytes(16),
  type: 'test.Happened.v1',
  contentType: 'application/json',
  customMetadata: Buffer.alloc(0),
  data: Buffer.from('{}'),
});

describe('writes of one turn of the event loop', () => {
  it('are committed together, with neighbouring positions', async () => {
    // given a listener that counts commits
    const groups: number[] = [];
    commits.onCommitted((events) => groups.push(events.length));
    // when
    const appended = await Promise.all(
      ['a-1', 'b-1', 'c-1'].map((stream) =>
        commits.write((writer) => writer.append(stream, 'no-stream', [event()])),
      ),
    );
    // then
    expect(groups).toEqual([3]);
    expect(appended.map((outcome) => outcome.kind)).toEqual(['appended', 'appended', 'appended']);
  });

  it('are stored all or not at all: when one cannot be, none is, and the next group starts afresh', async () => {
    // given two writes of one turn, the second of which fails in the middle
    const good = commits.write((writer) => writer.append('shared-1', 'no-stream', [event(), event()]));
    const bad = commits.write((writer) => {
      writer.append('shared-1', 1, [event()]);
      throw new Error('the disk is full');
    });
    // when, then
    await expect(good).rejects.toThrow('the disk is full');
    await expect(bad).rejects.toThrow('the disk is full');
    expect(faults).toHaveLength(1);
    const next = await commits.write((writer) => writer.append('shared-1', 'no-stream', [event()]));
    expect(next).toMatchObject({ kind: 'appended', revision: 0 });
  });

  it('are not made when nobody waits for them any more', async () => {
    const late = commits.write((writer) => writer.append('late-1', 'any', [event()]), Date.now() - 1);
    await expect(late).rejects.toThrow(WriteTooLate);
    const next = await commits.write((writer) => writer.append('late-1', 'any', [event()]));
    expect(next).toMatchObject({ kind: 'appended', revision: 0 });
  });
});
