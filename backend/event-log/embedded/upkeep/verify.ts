import { mkdtempSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { EventFile } from '../storage/event-file.js';
import { EventFileInUse, EventFileUnusable } from '../storage/file-errors.js';
import { askForCopy } from './ask-for-copy.js';
import { servedAt } from './served-at.js';
import { walkFile } from './walk-file.js';

/**
 * Checks an event file and says what was found. A file that is served is copied first, beside itself, and the copy is checked.
 * @returns 0 when all is well, 1 when the file is damaged
 * @throws EventFileInUse when another program has it open, UpkeepRefused when its server makes no copy
 */
export async function verify(file: string, say: (line: string) => void): Promise<number> {
  try {
    return checked(file, say);
  } catch (cause) {
    if (!(cause instanceof EventFileInUse)) throw cause;
    const address = servedAt(file);
    if (address === undefined) throw cause;
    return await verifyServed(file, address, say);
  }
}

async function verifyServed(file: string, address: string, say: (line: string) => void): Promise<number> {
  const folder = mkdtempSync(join(dirname(file), 'verify-'));
  try {
    say(`${file} is served at ${address}: checking a copy of it`);
    const copy = join(folder, basename(file));
    await askForCopy(address, copy);
    return checked(copy, say);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function checked(path: string, say: (line: string) => void): number {
  const opened = opening(path);
  if ('broken' in opened) {
    say(opened.broken);
    return 1;
  }
  try {
    const { events, streams, lastPosition, checksum, broken } = walkFile(opened.file);
    const sound = `${events} events in ${streams} streams, up to position ${lastPosition}, checksum ${checksum}`;
    say(
      broken === undefined
        ? `all is well: ${sound}`
        : `${path} is damaged: ${broken}; sound before it: ${sound}`,
    );
    return broken === undefined ? 0 : 1;
  } finally {
    opened.file.close();
  }
}

function opening(path: string): { readonly file: EventFile } | { readonly broken: string } {
  try {
    return { file: EventFile.open(path) };
  } catch (cause) {
    if (cause instanceof EventFileUnusable) return { broken: cause.message };
    throw cause;
  }
}
