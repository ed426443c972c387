/**
 * Chance that repeats: the same text gives the same number on every machine and on every day, so the catalogue
 * needs no store and two readers of it always agree.
 */

/** Scrambles 32 bits so that neighbouring numbers share nothing (the finaliser of MurmurHash3). */
function scramble(bits: number): number {
  let h = bits | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** 32 bits of a text (FNV-1a over its UTF-16 units, scrambled). */
export function hashOf(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return scramble(h);
}

/** 32 bits of a number and a salt; chain it to mix more than two. */
export const mix = (seed: number, salt: number): number => scramble(seed ^ Math.imul(salt + 1, 0x9e3779b1));

/** At least 0, below 1. */
export const chance = (seed: number, salt: number): number => mix(seed, salt) / 0x1_0000_0000;

/** About normal, mean 0 and deviation 1, within ±3.5 (sum of four uniform numbers). */
export function bell(seed: number, salt: number): number {
  let sum = -2;
  for (let i = 0; i < 4; i += 1) sum += chance(seed, salt * 4 + i);
  return sum * Math.sqrt(3);
}

/** One of the choices. */
export function pick<T>(choices: readonly T[], seed: number, salt: number): T {
  const chosen = choices[mix(seed, salt) % choices.length];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}
