import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { appendFileSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { startEmbeddedEventStore } from '../../../../event-log/embedded/server.js';
import { verify as verifyFile } from '../../../../event-log/embedded/upkeep/verify.js';
import { connectEventLog } from '../../../../event-log/eventstoredb/connect-event-log.js';
import { connectStoredEvents } from '../../../../event-log/eventstoredb/connect-stored-events.js';
import { KeyRing } from '../../../platform/privacy/key-ring.js';
import { MasterKeys } from '../../../platform/privacy/master-keys.js';
import { until } from '../../../platform/testing/until.js';
import { AuditKey } from './audit-key.js';
import { HeadsAltered, HeadsFile } from './heads-file.js';
import { keepChain } from './keep-chain.js';
import { findingInWords, verifyChain, type Finding } from './verify-chain.js';

const KEYWORDS = ['linen apron', 'paper crown', 'stone basin', 'amber glass'] as const;

let folder: string;
let ring: KeyRing;
const file = () => join(folder, 'events.db');
const heads = () => new HeadsFile(join(folder, 'audit.jsonl'), new AuditKey(ring));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keywords-audit-'));
  ring = KeyRing.open(join(folder, 'ring.db'), new MasterKeys(`test:${randomBytes(32).toString('base64')}`));
});
afterEach(() => {
  ring.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Appends, chains and signs as a day of the product does; the store and the reactor are stopped after it. */
async function aDay(keywords: readonly string[] = KEYWORDS, store = file()): Promise<void> {
  const running = await startEmbeddedEventStore({ file: store, port: 0 });
  const log = connectEventLog(running.connectionString);
  const events = connectStoredEvents(running.connectionString);
  const errors: Error[] = [];
  const chain = keepChain({ events, heads: heads(), onError: (error) => errors.push(error), lookEveryMs: 5 });
  for (const keyword of keywords) {
    const id = randomUUID();
    const at = new Date().toISOString();
    await log.append(`trackedKeyword-${id}`, 'no-stream', [
      {
        id,
        type: 'tracking.KeywordTracked.v1',
        data: { trackedKeywordId: id, workspace: 'w', keyword, marketplace: 'etsy', country: 'US' },
        metadata: { correlationId: 'c', causationId: 'c', occurredAt: at, actor: 'test', producer: 'test/1' },
      },
    ]);
  }
  await chain.stop();
  expect(errors).toEqual([]);
  await Promise.all([log.close(), events.close()]);
  await running.close();
}

async function verified(store = file()): Promise<Finding> {
  const running = await startEmbeddedEventStore({ file: store, port: 0 });
  const events = connectStoredEvents(running.connectionString);
  try {
    return await verifyChain(events.after(undefined), heads().read());
  } finally {
    await events.close();
    await running.close();
  }
}

/** Puts other texts of the same length into stored events, and then makes every checksum of the file right again. */
function forge(change: ReadonlyMap<string, string>): void {
  const database = new DatabaseSync(file());
  const stored = database.prepare('select position, stream, frame from events order by position').all();
  const write = database.prepare(
    'update events set frame = ?, chain = ?, stream_chain = ? where position = ?',
  );
  let chain = 0;
  const chainOfStream = new Map<unknown, number>();
  for (const { position, stream, frame } of stored) {
    let text = Buffer.from(frame as Uint8Array).toString('latin1');
    const found = [...change].find(([from]) => text.includes(from));
    if (found) text = text.replace(...found);
    const forged = Buffer.from(text, 'latin1');
    chain = crc32(forged, chain);
    const ofStream = crc32(forged, chainOfStream.get(stream) ?? 0);
    chainOfStream.set(stream, ofStream);
    write.run(forged, chain, ofStream, Number(position));
  }
  database.close();
}

describe('audit tamper detection', () => {
  it('finds nothing in a log that is as it was signed, over several days', async () => {
    await aDay();
    await aDay(['a second day']);
    expect(await verified()).toEqual({ kind: 'sound', found: { vouched: 5, notYet: 0, heads: 2 } });
  });

  it('finds one changed byte that the checksums of the file do not notice, and between which heads it lies', async () => {
    await aDay(['first day']);
    const [first] = heads().read();
    await aDay();
    forge(new Map([['paper crown', 'paper clown']]));
    expect(await verifyFile(file(), () => undefined)).toBe(0);
    const found = await verified();
    expect(found).toMatchObject({ kind: 'altered', after: first?.position, head: { count: 5 } });
    expect(findingInWords(found)).toMatch(/altered: the head at position \d+, signed at .* does not fit/);
  });

  it('finds two events that were swapped', async () => {
    await aDay();
    forge(new Map([['linen apron', 'stone basin'], ['stone basin', 'linen apron']])); // prettier-ignore
    expect(await verifyFile(file(), () => undefined)).toBe(0);
    expect(await verified()).toMatchObject({ kind: 'altered', after: undefined });
  });

  it('finds a cut', async () => {
    await aDay();
    const before = new DatabaseSync(file());
    before.exec('delete from events where position = (select max(position) from events)');
    before.close();
    const found = await verified();
    expect(found).toMatchObject({ kind: 'cut', head: { count: 4 } });
    expect(findingInWords(found)).toMatch(/the log was cut: it ends at position/);
  });

  it('finds that the file was put in the place of another', async () => {
    await aDay();
    const other = join(folder, 'other.db');
    const running = await startEmbeddedEventStore({ file: other, port: 0 });
    await running.close();
    expect(await verified(other)).toMatchObject({ kind: 'cut', end: undefined });
    const kept = readFileSync(heads().path, 'utf8');
    rmSync(heads().path);
    await aDay(['one', 'two', 'three', 'four'], join(folder, 'imitation.db'));
    writeFileSync(heads().path, kept);
    expect(await verified(join(folder, 'imitation.db'))).toMatchObject({ kind: 'altered', after: undefined });
  });

  it('finds a backup of yesterday in the place of today', async () => {
    await aDay();
    copyFileSync(file(), join(folder, 'yesterday.db'));
    await aDay(['today']);
    expect(await verified(join(folder, 'yesterday.db'))).toMatchObject({ kind: 'cut', head: { count: 5 } });
  });

  it('does not take a head for signed that was signed by somebody else, or changed', async () => {
    await aDay();
    const { path } = heads();
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('"count":4', '"count":3'));
    expect(() => heads().read()).toThrow(HeadsAltered);
    writeFileSync(path, text);
    expect(heads().read()).toHaveLength(1);
  });

  it('bears a head that was being written when the machine died', async () => {
    await aDay();
    appendFileSync(heads().path, '{"position":"12","cou');
    expect(heads().read()).toHaveLength(1);
    await aDay(['after the crash']);
    expect(await verified()).toMatchObject({ kind: 'sound', found: { vouched: 5, notYet: 0 } });
  });

  it('says that nothing vouches for a log without any head', async () => {
    await aDay();
    rmSync(heads().path);
    expect(await verified()).toEqual({ kind: 'unsigned', events: 4 });
  });

  it('signs while it runs, at least every so many events, and tells of a log that lost its end', async () => {
    await aDay();
    const running = await startEmbeddedEventStore({ file: join(folder, 'shorter.db'), port: 0 });
    const events = connectStoredEvents(running.connectionString);
    const errors: string[] = [];
    const onError = ({ message }: Error) => errors.push(message);
    const chain = keepChain({ events, heads: heads(), onError, lookEveryMs: 5 });
    await until('the error', () => errors.some((message) => /before the last signed head/.test(message)));
    await chain.stop();
    await events.close();
    await running.close();
    expect(heads().read()).toHaveLength(1);

    const many = Array.from({ length: 25_000 }, (_, index) => ({
      position: BigInt(index), stream: 's-1', revision: index, id: 'i', type: 't', data: { index }, metadata: {},
    })); // prettier-ignore
    const endless = new HeadsFile(join(folder, 'many.jsonl'), new AuditKey(ring));
    const source = {
      after: async function* (position: bigint | undefined) {
        for (const event of many)
          if (position === undefined || event.position > position) yield await Promise.resolve(event);
      },
      head: () => Promise.resolve(many.at(-1)?.position),
    };
    const kept = keepChain({ events: source, heads: endless, onError, lookEveryMs: 5 });
    await until('two heads', () => endless.read().length === 2);
    await kept.stop();
    expect(endless.read().map(({ count }) => count)).toEqual([10_000, 20_000, 25_000]);
    expect(await verifyChain(source.after(undefined), endless.read())).toMatchObject({ kind: 'sound' });
  });
});
