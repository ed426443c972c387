import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { AuditKey } from './audit-key.js';
import type { ChainPlace } from './chained-hash.js';

const lineSchema = z.strictObject({
  position: z.string().regex(/^\d+$/).transform(BigInt),
  count: z.int().positive(),
  hash: z.string(),
  at: z.iso.datetime(),
  kid: z.string(),
  signature: z.string(),
});

export interface SignedHead extends ChainPlace {
  readonly at: string;
}

/** The file of heads is not what was written. */
export class HeadsAltered extends Error {
  override readonly name = 'HeadsAltered';
}

/**
 * Signed heads of the chain, one a line, outside the store: only ever appended to, so it can lie on a disk that allows no more.
 */
export class HeadsFile {
  constructor(
    readonly path: string,
    private readonly key: AuditKey,
  ) {}

  /** Synced when it returns. */
  append(place: ChainPlace, at: string): void {
    mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
    // Its line break may be missing where the machine died within the last line.
    const begin = this.endsWithin() ? '\n' : '';
    const file = openSync(this.path, 'a', 0o600);
    try {
      const { kid } = this.key;
      const signature = this.key.sign(signedText(place, at, kid));
      const line = {
        position: String(place.position),
        count: place.count,
        hash: place.hash,
        at,
        kid,
        signature,
      };
      writeSync(file, `${begin}${JSON.stringify(line)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  /** Oldest first. @throws HeadsAltered naming the line */
  read(): SignedHead[] {
    if (!existsSync(this.path)) return [];
    const lines = readFileSync(this.path, 'utf8').split('\n');
    return lines.flatMap((line, index) => {
      const isCutShort = index === lines.length - 1;
      if (line === '' || isCutShort) return [];
      return this.headOf(line) ?? (isTorn(line) ? [] : this.refuse(index + 1));
    });
  }

  private headOf(line: string): SignedHead | undefined {
    const read = lineSchema.safeParse(parsed(line));
    if (!read.success) return undefined;
    const { signature, kid, at, ...place } = read.data;
    const isOurs = kid === this.key.kid && this.key.isSigned(signedText(place, at, kid), signature);
    return isOurs ? { ...place, at } : undefined;
  }

  private refuse(line: number): never {
    throw new HeadsAltered(
      `${this.path}, line ${line}: this head is not one that was signed with the audit key`,
    );
  }

  private endsWithin(): boolean {
    return existsSync(this.path) && !/(^|\n)$/.test(readFileSync(this.path, 'utf8'));
  }
}

/** The machine died while it was written; the head after it says as much. */
const isTorn = (line: string): boolean => parsed(line) === undefined;

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

const signedText = ({ position, count, hash }: ChainPlace, at: string, kid: string): string =>
  JSON.stringify(['audit head 1', String(position), count, hash, at, kid]);
