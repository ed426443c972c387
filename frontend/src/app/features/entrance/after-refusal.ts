/** What is offered to whoever opened an invitation that was not accepted. */
export type AfterRefusal = 'register' | 'sign-in' | 'sign-out' | 'again';

type Words = 'forAnother' | 'forNobodyYet' | 'registerFirst' | 'signInFirst' | 'failed';

/** @param kind of the problem that the API answered with; words null: its usual ones */
export function afterRefusal(
  kind: string | null,
  isSignedIn: boolean,
): { readonly then: AfterRefusal; readonly words: Words | null } {
  if (kind === 'not-allowed') return { then: 'sign-out', words: 'forAnother' };
  if (kind === 'account-needed')
    return isSignedIn
      ? { then: 'sign-out', words: 'forNobodyYet' }
      : { then: 'register', words: 'registerFirst' };
  if (kind === 'email-unproved') return { then: 'sign-in', words: 'signInFirst' };
  const isOver = kind === 'bad-input' || kind === 'not-possible-now';
  return { then: 'again', words: isOver ? 'failed' : null };
}
