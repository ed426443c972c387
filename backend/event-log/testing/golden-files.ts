import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A stored event as it once was written, kept for ever. */
export interface GoldenFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly sha256: string;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: unknown;
}

export const repositoryRoot = join(import.meta.dirname, '../../..');

/** Every `golden/*.json` below a folder, by path. */
export function goldenFilesBelow(folder: string): GoldenFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|[\\/])golden[\\/][^\\/]+\.json$/.test(name))
    .sort()
    .map((name) => {
      const file = join(folder, name);
      const text = readFileSync(file, 'utf8');
      const { type, data, metadata } = JSON.parse(text) as GoldenFile;
      const path = relative(repositoryRoot, file).replaceAll('\\', '/');
      return { path, sha256: createHash('sha256').update(text).digest('hex'), type, data, metadata };
    });
}

/** The committed list in the format of `sha256sum`: one `<hash>  <path>` a line. */
export function listedHashes(listFile: string): Map<string, string> {
  const lines = readFileSync(listFile, 'utf8').split('\n').filter(Boolean);
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}
