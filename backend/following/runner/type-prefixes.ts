import type { EventType } from '../../contracts/events/catalogue.js';

/** `observation.KeywordObserved.v2` → `observation.KeywordObserved.v`: every stored version of the wanted types. */
export function typePrefixes(types: readonly EventType[]): string[] {
  return [...new Set(types.map((type) => type.replace(/\d+$/, '')))];
}
