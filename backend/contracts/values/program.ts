/** Programs beside the API. Each says in Redis, every few seconds, that it lives. */
export const PROGRAMS = ['projector', 'reactor', 'crawler'] as const;
export type Program = (typeof PROGRAMS)[number];

export const SIGN_OF_LIFE_EVERY_MS = 3_000;
/** A program that was killed and started again is back before its last sign has faded. */
export const SIGN_OF_LIFE_LASTS_MS = 12_000;

/** Where in Redis it says so; the key ends by itself. */
export const signOfLifeOf = (program: Program): string => `alive:${program}`;
