import { randomInt } from 'node:crypto';

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** `newId('sub')` → `sub_` and 24 signs, in the fashion of Stripe. */
export const newId = (prefix: string, length = 24): string =>
  `${prefix}_${Array.from({ length }, () => SIGNS[randomInt(SIGNS.length)]).join('')}`;
