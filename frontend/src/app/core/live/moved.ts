import type { Moved } from '../../api/types.js';

/** Reads the data of a `moved` message; null for one that we do not understand. */
export function parseMoved(data: string): Moved | null {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { projection, position, keys } = value as Record<string, unknown>;
  if (typeof projection !== 'string' || typeof position !== 'string') return null;
  const known = Array.isArray(keys) && keys.every((k) => typeof k === 'string');
  return { projection, position, keys: known ? keys : null };
}

/** Which of the ids on screen a message speaks of; a message without keys speaks of all. */
export function touched(moved: Moved, shown: readonly string[]): string[] {
  if (moved.keys === null) return [...shown];
  const keys = new Set(moved.keys);
  return shown.filter((id) => keys.has(id));
}
