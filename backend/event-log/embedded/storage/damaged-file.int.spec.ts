import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { closeSync, copyFileSync, openSync, statSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SeededRandom } from '../../testing/history/seeded-random.js';
import { splitFrames } from '../reading/frame-runs.js';
import { eventOf, openLog, type OpenedLog } from '../testing/opened-log.js';
import { verify } from '../upkeep/verify.js';
import { END_OF_STREAM, POSITION_STEP } from './places.js';

const EVENTS = 1_500;
const STREAMS = 40;
const TRIALS = 40;
const PAGE_BYTES = 4_096;

let dir = '';
let file = '';
/** What was written, by position and by stream. */
let written: Buffer[] = [];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'event-store-'));
  file = join(dir, 'events.sqlite');
  const log = openLog(file);
  const random = new SeededRandom(7);
  for (let n = 0; n < EVENTS; n += 5) {
    const five = Array.from({ length: 5 }, () => eventOf(random.below(900)));
    await log.append(`stream-${random.below(STREAMS)}`, 'any', five);
  }
  written = readAll(log).frames;
  log.file.close();
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

/** Frames of `$all` until a read refuses. */
function readAll({ pages }: OpenedLog): { frames: Buffer[]; refusal: unknown } {
  const frames: Buffer[] = [];
  try {
    for (let from = 0; ;) {
      const page = pages.ofAll(from, 50);
      if (page.count === 0) return { frames, refusal: undefined };
      frames.push(...splitFrames(page.bytes));
      from = page.last + 1;
    }
  } catch (refusal) {
    return { frames, refusal };
  }
}

/** Frames of every stream, each until a read refuses; they need no order among the streams. */
function readStreams({ pages }: OpenedLog): Buffer[] {
  const frames: Buffer[] = [];
  for (let ref = 1; ref <= STREAMS; ref++) {
    try {
      for (let low = 0; ;) {
        const page = pages.ofStream(ref, low, END_OF_STREAM, 20);
        if (page.count === 0) break;
        frames.push(...splitFrames(page.bytes));
        low = page.last + 1;
      }
    } catch {
      // The rest of this stream is refused: what came before must be right.
    }
  }
  return frames;
}

function damage(path: string, at: number, bytes: Buffer): void {
  const descriptor = openSync(path, 'r+');
  writeSync(descriptor, bytes, 0, bytes.length, at);
  closeSync(descriptor);
}

/** Opens the file for reading; undefined when that is refused. */
function openOrRefuse(path: string): OpenedLog | undefined {
  try {
    return openLog(path);
  } catch {
    return undefined;
  }
}

async function verdict(path: string): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const code = await verify(path, (line) => said.push(line));
  return { code, said: said.join('\n') };
}

describe('an event file with a damaged page', () => {
  it('is reported by verify, and never gives an event that was not written', async () => {
    const random = new SeededRandom(8);
    const pages = statSync(file).size / PAGE_BYTES;
    const known = new Set(written.map((frame) => frame.toString('latin1')));
    for (let trial = 0; trial < TRIALS; trial++) {
      // given a page of noise
      const page = random.below(pages);
      const copy = join(dir, `damaged-${trial}.sqlite`);
      copyFileSync(file, copy);
      const noise = Buffer.from(Array.from({ length: PAGE_BYTES }, () => random.below(256)));
      damage(copy, page * PAGE_BYTES, noise);
      // then verify says so
      expect({ page, ...(await verdict(copy)) }).toMatchObject({ page, code: 1 });
      // and what reads still give is right, in order, from the first event on
      const log = openOrRefuse(copy);
      if (log === undefined) continue;
      const { frames } = readAll(log);
      const isPrefix = frames.every((frame, index) => written[index]?.equals(frame));
      expect({ page, isPrefix }).toEqual({ page, isPrefix: true });
      expect(readStreams(log).every((frame) => known.has(frame.toString('latin1')))).toBe(true);
      log.file.close();
    }
  }, 60_000);

  it('is noticed when a single bit of an event has changed', async () => {
    const random = new SeededRandom(9);
    for (let trial = 0; trial < 10; trial++) {
      // given an event whose data are 'x' in all but one place
      const copy = join(dir, `flipped-${trial}.sqlite`);
      copyFileSync(file, copy);
      const log = openLog(copy);
      const position = POSITION_STEP * (1 + random.below(EVENTS));
      const frame = Buffer.from(log.events.frameAt(position) ?? []);
      const last = frame.length - 10;
      frame[last] = (frame[last] ?? 0) ^ 1;
      log.file.prepare('update events set frame = ? where position = ?').run(frame, position);
      // then no read gives it
      const { refusal } = readAll(log);
      expect(String(refusal)).toMatch(/the event file is damaged: .*«npm run eventstore -- verify»/);
      expect(() => log.events.frameAt(position)).toThrow('is not what was written');
      log.file.close();
      // and verify names its place
      const { code, said } = await verdict(copy);
      expect(code).toBe(1);
      expect(said).toContain(`the event at position ${position}`);
    }
  }, 60_000);

  it.each([
    ['an event that is gone', 'delete from events where position = 6400', 'behind position 6336 comes 6464'],
    [
      'a revision that is another',
      'update events set revision = revision + 1000 where position = 6400',
      'the event at position 6400',
    ],
    [
      'a stream that hides events without a word of its metadata',
      'update streams set truncate_before = 3 where ref = 2',
      'hides other events than its metadata say',
    ],
    [
      'an unknown stream',
      'update events set stream = 1000 where position = 6400',
      'the event at position 6400',
    ],
  ])('is reported by verify with its place: %s', async (_what, change, place) => {
    const log = openLog(file);
    log.file.prepare(change).run();
    log.file.close();
    const { code, said } = await verdict(file);
    expect(code).toBe(1);
    expect(said).toContain(place);
  });
});

describe('a sound event file', () => {
  it('is reported as well, with what it holds', async () => {
    const { code, said } = await verdict(file);
    expect(code).toBe(0);
    expect(said).toMatch(
      new RegExp(
        `^all is well: ${EVENTS} events in ${STREAMS} streams, up to position ${EVENTS * POSITION_STEP}, checksum [0-9a-f]{8}$`,
      ),
    );
  });
});
