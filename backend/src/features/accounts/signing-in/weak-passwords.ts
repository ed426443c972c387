import { dictionary } from '@zxcvbn-ts/language-common';
import { Problem } from '../../../platform/http/problem.js';

const COMMON = new Set(dictionary['passwords-common'].map((word) => String(word)));
/** Words that everybody tries here first. */
const OURS = ['digitallz', 'keywords', 'keyword', 'password', 'etsy', 'amazon', 'ebay'];
/** So much must be left of a password without the words that anybody would guess. */
const LEAST_LEFT = 6;

/**
 * Refuses passwords that are tried first: those that many people have, and those that are hardly more than the person's own name or
 * address, or words of this product. What a password is made of is nobody's business otherwise.
 *
 * @param field where it stands in the request
 * @throws Problem naming the field
 */
export function refuseWeakPassword(password: string, field: string, person: readonly string[]): void {
  const folded = password.toLowerCase();
  if (COMMON.has(folded)) throw Problem.ofField(field, 'is one that many people have: choose another');
  const words = [...OURS, ...person.flatMap((text) => text.toLowerCase().split(/[\s@.]+/))];
  let left = folded;
  for (const word of words.filter(({ length }) => length >= 4)) left = left.replaceAll(word, '');
  if (left.length < Math.min(LEAST_LEFT, folded.length) || new Set(left).size < 3)
    throw Problem.ofField(
      field,
      'is too easy to guess from your name or address, or by its repetitions: choose another',
    );
}
