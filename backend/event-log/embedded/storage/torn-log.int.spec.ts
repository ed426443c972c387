import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventOf, openLog, type OpenedLog } from '../testing/opened-log.js';
import { SeededRandom } from '../../testing/history/seeded-random.js';
import { walkFile, type Walk } from '../upkeep/walk-file.js';
import { EventFile } from './event-file.js';

const APPENDS = 60;
const TRIALS = 40;
const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;

let dir = '';
let log: OpenedLog;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'event-store-'));
  log = openLog(join(dir, 'events.sqlite'));
});
afterEach(async () => {
  log.file.close();
  await rm(dir, { recursive: true, force: true });
});

/** Where in the write-ahead log each commit ends: frames of the log's own salt, the last of a commit tells the file's new size. */
function commitEnds(writeAheadLog: Buffer): number[] {
  const pageBytes = writeAheadLog.readUInt32BE(8);
  const salt = writeAheadLog.subarray(16, 24);
  const ends: number[] = [];
  for (let at = HEADER_BYTES; at + FRAME_HEADER_BYTES <= writeAheadLog.length;) {
    if (!writeAheadLog.subarray(at + 8, at + 16).equals(salt)) break;
    const isCommit = writeAheadLog.readUInt32BE(at + 4) !== 0;
    at += FRAME_HEADER_BYTES + pageBytes;
    if (isCommit) ends.push(at);
  }
  return ends;
}

/** Appends of one to four events, answered one after another. Resolves to the number of events of each. */
async function appendMany(numbers: SeededRandom): Promise<number[]> {
  const sizes: number[] = [];
  for (let n = 0; n < APPENDS; n++) {
    const events = Array.from({ length: 1 + numbers.below(4) }, () => eventOf(numbers.below(3_000)));
    await log.append(`torn-${numbers.below(9)}`, 'any', events);
    sizes.push(events.length);
  }
  return sizes;
}

function walk(path: string): Walk {
  const file = EventFile.open(path);
  try {
    return walkFile(file);
  } finally {
    file.close();
  }
}

describe('a write-ahead log whose end is torn', () => {
  it.each([['cut off'], ['garbled']])(
    'when it is %s anywhere, gives every append before that place and none of those behind it in part',
    async (how) => {
      // given a file whose process died with everything still in the write-ahead log
      const numbers = new SeededRandom(4);
      const sizes = await appendMany(numbers);
      const whole = readFileSync(`${log.file.path}-wal`);
      const ends = commitEnds(whole);
      const before = ends[ends.length - APPENDS - 1] ?? 0;
      const last = ends.at(-1) ?? 0;
      for (let trial = 0; trial < TRIALS; trial++) {
        // when it is torn somewhere in the appends
        const at = before + numbers.below(last - before);
        const copy = join(dir, `torn-${trial}.sqlite`);
        copyFileSync(log.file.path, copy);
        const torn = Buffer.from(whole);
        const length = 1 + numbers.below(9_000);
        for (let byte = at; byte < Math.min(at + length, torn.length); byte++)
          torn[byte] = numbers.below(256);
        writeFileSync(`${copy}-wal`, how === 'garbled' ? torn : whole);
        if (how === 'cut off') truncateSync(`${copy}-wal`, at);
        // then exactly the appends whose commits end before that place are there
        const kept = ends.slice(-APPENDS).filter((end) => end <= at).length;
        const expected = sizes.slice(0, kept).reduce((sum, size) => sum + size, 0);
        const { broken, events } = walk(copy);
        expect({ trial, at, broken, events }).toEqual({ trial, at, broken: undefined, events: expected });
      }
    },
    60_000,
  );
});
