import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Beside a file that is served lies the address at which it is, for who wants to look after the file meanwhile. */
const noteOf = (file: string): string => `${file}.address`;

export function noteAddress(file: string, host: string, port: number): void {
  writeFileSync(noteOf(file), `http://${host}:${port}\n`);
}

export function removeAddress(file: string): void {
  rmSync(noteOf(file), { force: true });
}

/** The noted address. A killed server leaves its note behind, so ask only for a file that is in use. */
export function servedAt(file: string): string | undefined {
  try {
    return readFileSync(noteOf(file), 'utf8').trim();
  } catch {
    // No note: whoever has the file open does not serve it.
    return undefined;
  }
}
