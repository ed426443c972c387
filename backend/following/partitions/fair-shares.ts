import { fnv1a } from './partitions.js';

/** A process that runs and knows this version of a projection. */
export interface Member {
  readonly id: string;
  readonly projection: string;
  readonly version: number;
}

/**
 * The partitions that `me` should own: every member gets its share or one more, keeps what it has up to that, and takes
 * the rest from the lowest up. All members come to the same from the same rows, and what is given back goes to who
 * has too little, so few partitions move when a process comes or goes.
 * @param members in the order in which they joined
 */
export function assignedTo(
  me: string,
  members: readonly Member[],
  projection: string,
  partitions: readonly { readonly partition: number; readonly owner: string | null }[],
): number[] {
  if (members.length === 0) return [];
  const share = Math.floor(partitions.length / members.length);
  const over = partitions.length % members.length;
  // Who gets one more differs from projection to projection, or the first to join would do the work of all small ones.
  const turn = fnv1a(projection);
  const room = new Map(
    members.map(({ id }, index) => [id, share + ((index + turn) % members.length < over ? 1 : 0)]),
  );
  const assigned = new Map<number, string>();
  const give = (partition: number, to: string): void => {
    assigned.set(partition, to);
    room.set(to, (room.get(to) ?? 0) - 1);
  };
  for (const { partition, owner } of partitions)
    if (owner !== null && (room.get(owner) ?? 0) > 0) give(partition, owner);
  for (const { partition } of partitions) {
    if (assigned.has(partition)) continue;
    const next = members.find(({ id }) => (room.get(id) ?? 0) > 0);
    if (next) give(partition, next.id);
  }
  return partitions.map(({ partition }) => partition).filter((partition) => assigned.get(partition) === me);
}
