import { badInput } from './validation.js';

/**
 * Refuses fields named like a part of every object, such as `constructor`: no field of ours is, and the framework would
 * drop them silently before it looks for unknown ones.
 * @throws Problem 400 that names them
 */
export function refuseInheritedNames(fields: unknown): void {
  if (typeof fields !== 'object' || fields === null) return;
  const found = Object.keys(fields).filter((name) => name in Object.prototype);
  if (found.length > 0) throw badInput(found.map((path) => ({ path, message: 'unknown field' })));
}
