import { z } from 'zod';

const LONGEST = 254;
const LOCAL = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * An e-mail address as we compare it: lower case, in ASCII. Letters that look like others would let somebody take an address that
 * reads like another's, so addresses outside ASCII are refused rather than guessed at; a domain may be given as punycode (`xn--…`).
 */
export const emailSchema = z
  .string()
  .max(LONGEST, `must be at most ${LONGEST} characters long`)
  // Letters of ASCII alone: the Kelvin sign in lower case would be a k.
  .transform((text) => text.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase()))
  .refine(isAddress, 'must be an e-mail address such as name@example.com, in ASCII');

function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const labels = text.slice(at + 1).split('.');
  return (
    at > 0 &&
    LOCAL.test(local) &&
    !local.startsWith('.') &&
    !local.endsWith('.') &&
    !local.includes('..') &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label))
  );
}
