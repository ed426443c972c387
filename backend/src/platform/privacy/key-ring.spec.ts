import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Sealed } from '../../../contracts/values/sealed.js';
import { KeyRing, SubjectErased } from './key-ring.js';
import { MasterKeys } from './master-keys.js';
import { ERASED, Sealing } from './sealing.js';

const ANNA = '0d3c5c9e-6c1f-4c58-9f41-6d6a1f1f6a01';
const BEN = '0d3c5c9e-6c1f-4c58-9f41-6d6a1f1f6a02';
const master = (name: string) => `${name}:${randomBytes(32).toString('base64')}`;
const FIRST = master('first');
const SECOND = master('second');

let folder: string;
const file = () => join(folder, 'ring.db');
const opened: KeyRing[] = [];
function open(keys: string): KeyRing {
  const ring = KeyRing.open(file(), new MasterKeys(keys));
  opened.push(ring);
  return ring;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keywords-ring-'));
});
afterEach(() => {
  for (const ring of opened.splice(0)) ring.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything that lies on the disk of the ring. */
const bytesOnDisk = () =>
  Buffer.concat(
    [file(), `${file()}-wal`].filter((path) => existsSync(path)).map((path) => readFileSync(path)),
  );

describe('the key ring', () => {
  it('wraps every key and secret with a new master key, after which the old one is not needed', () => {
    const before = open(FIRST);
    const sealed = new Sealing(before).seal(ANNA, 'Anna');
    const secret = before.secret('a secret');
    const both = open(`${SECOND},${FIRST}`);
    expect(new Sealing(both).open(sealed)).toBe('Anna');
    expect([both.rewrap(), both.rewrap()]).toEqual([2, 0]);
    const after = open(SECOND);
    expect(new Sealing(after).open(sealed)).toBe('Anna');
    expect(after.secret('a secret')).toEqual(secret);
  });

  it('destroys a key for ever, on the disk too, and makes no other for the same person', () => {
    const ring = open(FIRST);
    const sealing = new Sealing(ring);
    const [hers, his] = [sealing.seal(ANNA, 'Anna'), sealing.seal(BEN, 'Ben')];
    const database = new DatabaseSync(file(), { readOnly: true });
    const row = database.prepare('select wrapped from subject_keys where subject = ?').get(ANNA);
    database.close();
    const wrapped = Buffer.from(row?.['wrapped'] as Uint8Array);
    expect(bytesOnDisk().includes(wrapped)).toBe(true);
    ring.destroy(ANNA);
    ring.destroy(ANNA);
    expect(bytesOnDisk().includes(wrapped)).toBe(false);
    expect([sealing.open(hers), sealing.openOrErased(hers), sealing.open(his)]).toEqual([
      undefined,
      ERASED,
      'Ben',
    ]);
    expect(() => sealing.seal(ANNA, 'Anna again')).toThrow(SubjectErased);
    expect(() => new Sealing(open(FIRST)).seal(ANNA, 'Anna again')).toThrow(SubjectErased);
    expect([ring.isDestroyed(ANNA), ring.isDestroyed(BEN), ring.rewrap()]).toEqual([true, false, 0]);
  });

  it('gives nobody a key ahead of time who was erased before they had one', () => {
    const ring = open(FIRST);
    ring.destroy(ANNA);
    expect(() => ring.keyFor(ANNA)).toThrow(SubjectErased);
  });

  it('opens nothing with a wrong master key, and names the one that is missing', () => {
    const sealed = new Sealing(open(FIRST)).seal(ANNA, 'Anna');
    expect(() => new Sealing(open(SECOND)).open(sealed)).toThrow(/master key first is needed/);
    expect(() => new Sealing(open(master('first'))).open(sealed)).toThrow();
    expect(() => open(SECOND).rewrap()).toThrow(/master key first is needed/);
    expect(new Sealing(open(FIRST)).open(sealed)).toBe('Anna');
  });

  it('notices altered bytes: of a text, of a key, and of a text that is passed off as another person’s', () => {
    const ring = open(FIRST);
    const sealing = new Sealing(ring);
    const sealed = sealing.seal(ANNA, 'Anna');
    ring.keyFor(BEN);
    const last = sealed.at(-10) === 'A' ? 'B' : 'A';
    expect(() => sealing.open(`${sealed.slice(0, -10)}${last}${sealed.slice(-9)}`)).toThrow();
    expect(() => sealing.open(sealed.replace(ANNA, BEN) as Sealed)).toThrow();
    const database = new DatabaseSync(file());
    database.exec(`update subject_keys set wrapped = (select wrapped from subject_keys where subject = '${BEN}')
                    where subject = '${ANNA}'`);
    database.close();
    expect(() => sealing.open(sealed)).toThrow();
  });

  it('gives two programs the same key, however many ask for it first', () => {
    const rings = Array.from({ length: 4 }, () => open(FIRST));
    const keys = rings.map((ring) => ring.keyFor(ANNA).toString('hex'));
    expect(new Set(keys).size).toBe(1);
    rings[0]?.destroy(ANNA);
    for (const ring of rings) expect(ring.keyOf(ANNA)).toBeUndefined();
  });

  it('lets another process write at the same time', async () => {
    const ring = open(FIRST);
    const writer = `
      const { DatabaseSync } = require('node:sqlite');
      const file = new DatabaseSync(process.argv[1], { timeout: 10000 });
      process.stdout.write('begun');
      for (let n = 0; n < 200; n++)
        file.prepare("insert into subject_keys (subject, made_at, destroyed_at) values (?, '', '')").run('other-' + n);
    `;
    const child = spawn(process.execPath, ['-e', writer, file()], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    await once(child.stdout, 'data');
    for (let turn = 0; turn < 200; turn += 1) ring.keyFor(`subject-${turn}`);
    expect((await ended)[0]).toBe(0);
    for (let turn = 0; turn < 200; turn += 1) {
      expect(ring.keyOf(`subject-${turn}`)).toHaveLength(32);
      expect(ring.isDestroyed(`other-${turn}`)).toBe(true);
    }
  });
});
