import { spawnSync } from 'node:child_process';
import {
  closeSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DISK_MEGABYTES = 48;

/** A disk that can be filled up and freed again. */
export interface SmallDisk {
  readonly folder: string;
  /** From now on the process can write no further than it has. */
  fill(pid: number): void;
  free(pid: number): void;
  remove(): void;
}

/** A file system of a few megabytes where one may be mounted; else a limit on the size of the process's files. */
export function smallDisk(): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'small-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MEGABYTES}m`, 'tmpfs', folder]);
  return mounted.status === 0 ? mountedDisk(folder) : limitedFiles(folder);
}

function mountedDisk(folder: string): SmallDisk {
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: () => {
      fillUp(filler);
    },
    free: () => {
      rmSync(filler);
    },
    remove: () => {
      run('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function fillUp(filler: string): void {
  const descriptor = openSync(filler, 'w');
  try {
    for (let bytes = 1024 * 1024; bytes >= 1; bytes = Math.floor(bytes / 2))
      writeWhilePossible(descriptor, bytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function writeWhilePossible(descriptor: number, bytes: number): void {
  const block = Buffer.alloc(bytes);
  try {
    while (writeSync(descriptor, block) > 0);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOSPC') throw cause;
  }
}

/** What a full disk refuses, the limit refuses, too: every byte behind the end of the largest file. */
function limitedFiles(folder: string): SmallDisk {
  const limit = (pid: number, bytes: string): void => {
    run('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]);
  };
  return {
    folder,
    fill: (pid) => {
      const files = readdirSync(folder, { recursive: true, withFileTypes: true });
      const sizes = files
        .filter((file) => file.isFile())
        .map((file) => statSync(join(file.parentPath, file.name)).size);
      limit(pid, String(Math.max(...sizes)));
    },
    free: (pid) => {
      limit(pid, 'unlimited');
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function run(command: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
}
