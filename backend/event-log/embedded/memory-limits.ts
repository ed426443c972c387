import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of buffers that may wait to be collected. */
const UNCOLLECTED_BYTES = 4 * 1024 * 1024;
/** V8's young generation grows up to here; smaller, what is still in work would be taken for long-lived. */
const YOUNG_BYTES = 8 * 1024 * 1024;

let collect: ((options: { readonly type: 'minor' }) => void) | undefined;
let uncollected = 0;

/**
 * Keeps the process small: call it first of all. What the server makes lives for one call; left to itself V8 lets a hundred
 * megabytes of it pile up, most of them in buffers beside its heap. Set from here, so that it holds however the program is started.
 */
export function keepMemorySmall(): void {
  setFlagsFromString('--heap-growing-percent=20');
  setFlagsFromString('--external-memory-accounted-in-global-limit');
  setFlagsFromString('--expose-gc');
  collect = runInNewContext('gc') as typeof collect;
}

/**
 * Tells of a buffer that was made for what arrives or is sent. Every few megabytes the young ones are collected, in about a millisecond: V8 itself
 * looks at its heap, where such a buffer weighs nothing. Without `keepMemorySmall` this does nothing.
 */
export function madeBuffer(bytes: number): void {
  uncollected += bytes;
  if (uncollected < UNCOLLECTED_BYTES || collect === undefined) return;
  uncollected = 0;
  collect({ type: 'minor' });
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  const mayGrow = young === undefined || young.space_size < YOUNG_BYTES;
  setFlagsFromString(`--semi-space-growth-factor=${mayGrow ? 2 : 1}`);
}
