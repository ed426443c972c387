import type { AnyRecordedEvent } from '../../event-log/event-log.js';
import type { Projection } from '../projection.js';

/** Of a projection that names its keys: as many processes can share its work. A build keeps the number it was made with. */
export const PARTITIONS = 8;

/** How many partitions a new build of this projection gets. */
export function partitionCount(projection: Projection): number {
  return projection.keysOf ? PARTITIONS : 1;
}

/** FNV-1a (Fowler, Noll and Vo) over UTF-16 units: the same in every process, for ever. */
export function partitionOf(key: string, count: number): number {
  return fnv1a(key) % count;
}

export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** What some partitions of a build have to do with keys and events. */
export interface Share {
  owns(key: string): boolean;
  /** Those of the share that this event changes; one without keys belongs to partition 0. */
  partitionsOf(event: AnyRecordedEvent): readonly number[];
  concerns(event: AnyRecordedEvent): boolean;
}

/** @param count partitions of the whole build */
export function shareOf(projection: Projection, count: number, partitions: readonly number[]): Share {
  const held = new Set(partitions);
  const whole = held.size === count;
  const partitionsOf = (event: AnyRecordedEvent): readonly number[] => {
    const keys = projection.keysOf?.(event) ?? [];
    const named = keys.length === 0 ? [0] : keys.map((key) => partitionOf(key, count));
    return [...new Set(named)].filter((partition) => held.has(partition));
  };
  return {
    owns: whole ? () => true : (key) => held.has(partitionOf(key, count)),
    partitionsOf,
    concerns: whole ? () => true : (event) => partitionsOf(event).length > 0,
  };
}
