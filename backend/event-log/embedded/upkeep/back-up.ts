import { existsSync, renameSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EventFile } from '../storage/event-file.js';
import { EventFileInUse, messageOf } from '../storage/file-errors.js';
import { askForCopy } from './ask-for-copy.js';
import { servedAt } from './served-at.js';
import { UpkeepRefused } from './upkeep-refused.js';

/**
 * Copies an event file while it may be served: the server copies it then, between appends. `target` appears when it is whole.
 * Throws UpkeepRefused.
 */
export async function backUp(file: string, target: string): Promise<void> {
  if (existsSync(target)) throw new UpkeepRefused(`${target} is there already: name a new file`);
  if (!existsSync(dirname(target))) throw new UpkeepRefused(`there is no folder ${dirname(target)}`);
  const opened = openUnlessServed(file);
  if (opened === undefined) {
    const address = servedAt(file);
    if (address === undefined) throw new EventFileInUse(file);
    await askForCopy(address, target);
    return;
  }
  try {
    await copyWhole(opened, target);
  } finally {
    opened.close();
  }
}

/** Copies into a file beside the target and gives it its name when it is whole. Throws UpkeepRefused and leaves nothing behind. */
export async function copyWhole(file: EventFile, target: string): Promise<void> {
  const part = `${target}.part`;
  try {
    rmSync(part, { force: true });
    await file.copyTo(part);
    renameSync(part, target);
  } catch (cause) {
    // What made the copy fail may make this fail, too; the first reason is the one to tell.
    await rm(part, { force: true }).catch(() => undefined);
    throw new UpkeepRefused(`the copy to ${target} failed: ${messageOf(cause)}`, { cause });
  }
}

function openUnlessServed(file: string): EventFile | undefined {
  try {
    return EventFile.open(file);
  } catch (cause) {
    if (cause instanceof EventFileInUse) return undefined;
    throw cause;
  }
}
