import { holdsCardNumber } from './card-numbers.js';
import { Problem } from './problem.js';

const DEEPEST = 20;

const brokenText = (text: string): string | undefined => {
  if (text.includes('\u0000')) return 'may not hold NUL characters';
  if (!text.isWellFormed()) return 'is not well-formed Unicode';
  return undefined;
};

const cardIn = (text: string): string | undefined =>
  holdsCardNumber(text) ? 'looks like a card number, which is never to be sent here' : undefined;

const nameOf = (key: string) =>
  brokenText(key) === undefined ? key : '(a name with characters that are not allowed)';

/**
 * Refuses text that the stores cannot hold, wherever it stands in what came in: PostgreSQL takes no NUL.
 * Walks without recursion, for the nesting is the sender's choice.
 * @param mayHoldCards true where what is sent is taken apart before anything of it is kept
 * @throws Problem 422 where the text is inside an item of a batch, else 400
 */
export function refuseBrokenText(value: unknown, mayHoldCards = false): void {
  const faultOf = (text: string) => brokenText(text) ?? (mayHoldCards ? undefined : cardIn(text));
  const open: { readonly value: unknown; readonly path: readonly string[] }[] = [{ value, path: [] }];
  for (let at = open.pop(); at; at = open.pop()) {
    if (typeof at.value === 'string') refuse(faultOf(at.value), at.path);
    if (typeof at.value === 'number') refuse(faultOf(String(at.value)), at.path);
    if (typeof at.value !== 'object' || at.value === null) continue;
    if (at.path.length >= DEEPEST) refuse(`is nested deeper than ${DEEPEST} levels`, at.path);
    for (const [key, item] of Object.entries(at.value)) {
      refuse(brokenText(key), [...at.path, nameOf(key)]);
      open.push({ value: item, path: [...at.path, key] });
    }
  }
}

function refuse(message: string | undefined, path: readonly string[]): void {
  if (message === undefined) return;
  const where = path.join('.');
  const isInItem = path.length >= 3 && /^\d+$/.test(path[1] ?? '');
  throw new Problem(isInItem ? 'bad-item' : 'bad-input', `${where}: ${message}`, [{ path: where, message }]);
}
