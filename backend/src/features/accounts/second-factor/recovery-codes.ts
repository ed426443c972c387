import { randomBytes } from 'node:crypto';

const HOW_MANY = 10;
const BYTES = 7;
const LETTERS = 10;
/** Without those that look alike on paper: i, l, o and u. Thirty-two, so that five random bits are one of them. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Ten codes such as `7c3kd-q9xw2`, of 50 random bits each. */
export const newRecoveryCodes = (): readonly string[] => Array.from({ length: HOW_MANY }, newRecoveryCode);

function newRecoveryCode(): string {
  let bits = randomBytes(BYTES).reduce((all, byte) => (all << 8n) | BigInt(byte), 0n);
  let text = '';
  while (text.length < LETTERS) {
    text += ALPHABET[Number(bits & 31n)];
    bits >>= 5n;
  }
  return `${text.slice(0, LETTERS / 2)}-${text.slice(LETTERS / 2)}`;
}
