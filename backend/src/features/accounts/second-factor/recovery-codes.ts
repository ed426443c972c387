import { randomBytes } from 'node:crypto';

const HOW_MANY = 10;
const BYTES = 15;
const GROUPS = 6;
const LETTERS_OF_GROUP = 4;
/** Without those that look alike on paper: i, l, o and u. Thirty-two, so that five random bits are one of them. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Ten codes such as `7c3k-dq9x-w2m8-ez4t-0hvr-5nyb`, of 120 random bits each: from 112 on a plain hash function is enough to keep them
 * by (OWASP ASVS 5.0, 6.5.2).
 */
export const newRecoveryCodes = (): readonly string[] => Array.from({ length: HOW_MANY }, newRecoveryCode);

function newRecoveryCode(): string {
  let bits = randomBytes(BYTES).reduce((all, byte) => (all << 8n) | BigInt(byte), 0n);
  const letter = () => {
    const next = ALPHABET[Number(bits & 31n)];
    bits >>= 5n;
    return next;
  };
  const group = () => Array.from({ length: LETTERS_OF_GROUP }, letter).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
