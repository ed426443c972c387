import type { Sealing } from './sealing.js';

const SEALED = /^sealed:1:/;
/** Nobody reads these back, not even whose they are: they let in whoever has them. */
const SECRET_FIELDS = new Set(['passwordHash', 'secret', 'secretHash', 'recoveryCodeHashes', 'codeHash']);

export const KEPT_SECRET = 'kept secret';
/** Stands where a sealed text is not the reader's to open. */
export const NOT_SHOWN = 'not shown';

/** A copy of what an event says with its sealed texts opened, “erased person” where the key is gone; secrets stay secret. */
export function openedTexts(value: unknown, open: (sealed: string) => string): unknown {
  if (typeof value === 'string') return SEALED.test(value) ? open(value) : value;
  if (Array.isArray(value)) return value.map((item) => openedTexts(item, open));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      SECRET_FIELDS.has(name) && item !== null ? KEPT_SECRET : openedTexts(item, open),
    ]),
  );
}

export const opening =
  (sealing: Sealing) =>
  (sealed: string): string =>
    sealing.openOrErased(sealed);
