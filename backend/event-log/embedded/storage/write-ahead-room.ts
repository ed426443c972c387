import { closeSync, fstatSync, openSync, writeSync } from 'node:fs';

const ROOM_BYTES = 1024 * 1024;
/** The write-ahead log grows beyond this only while it cannot be copied into the file: nothing to be fast for. */
const MOST_BYTES = 64 * 1024 * 1024;
const zeros = Buffer.alloc(ROOM_BYTES);

/**
 * Keeps room at the end of the write-ahead log. A commit that makes the file longer waits for the file system's own journal too,
 * which takes three times as long as writing over zeros. To SQLite zeros are the end of the log.
 */
export class WriteAheadRoom {
  private log: number | undefined;
  private reserved = 0;

  constructor(private readonly path: string) {}

  /** Call after a commit: when it has used up the room, makes more. Without space on the disk it does without. */
  keep(): void {
    try {
      this.log ??= openSync(this.path, 'r+');
      const { size } = fstatSync(this.log);
      if (size <= this.reserved || size > MOST_BYTES) return;
      this.reserved = size + writeSync(this.log, zeros, 0, ROOM_BYTES, size);
    } catch {
      // The next commit tells by itself when there is no space; room only makes it faster.
      this.reserved += ROOM_BYTES;
    }
  }

  close(): void {
    if (this.log !== undefined) closeSync(this.log);
    this.log = undefined;
  }
}
