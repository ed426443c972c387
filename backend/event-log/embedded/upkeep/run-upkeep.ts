import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { configuredFile } from '../configuration.js';
import { backUp } from './back-up.js';
import { UpkeepRefused } from './upkeep-refused.js';
import { verify } from './verify.js';

const USAGE = `usage:
  npm run eventstore                   serves the events below DATA_DIR
  npm run eventstore -- verify [FILE]  walks the file and checks everything in it; also while it is served
  npm run eventstore -- backup FILE    copies the events to a new file; also while they are served`;

/**
 * Runs a command on the event file.
 * @returns the exit code: 0 when all is well, 1 when the file is damaged
 * @throws UpkeepRefused, EventFileInUse, EventFileUnusable or BadConfiguration when it cannot be run
 */
export async function runUpkeep(args: readonly string[], say: (line: string) => void): Promise<number> {
  const [command, file, ...rest] = args;
  if (rest.length > 0) throw new UpkeepRefused(USAGE);
  if (command === 'verify') return verify(existing(file ?? configuredFile()), say);
  if (command === 'backup' && file !== undefined) {
    const events = existing(configuredFile());
    await backUp(events, resolve(file));
    say(`${events} was copied to ${resolve(file)}; checking the copy`);
    return verify(resolve(file), say);
  }
  throw new UpkeepRefused(USAGE);
}

function existing(file: string): string {
  if (!existsSync(file))
    throw new UpkeepRefused(`there is no file ${file}: name the event file, or set DATA_DIR`);
  return resolve(file);
}
