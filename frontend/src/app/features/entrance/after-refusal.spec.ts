import { describe, expect, it } from '@jest/globals';
import { afterRefusal } from './after-refusal.js';

describe('an invitation that was not accepted', () => {
  it.each([
    ['not-allowed', true, 'sign-out', 'forAnother'],
    ['account-needed', true, 'sign-out', 'forNobodyYet'],
    ['account-needed', false, 'register', 'registerFirst'],
    ['email-unproved', false, 'sign-in', 'signInFirst'],
    ['bad-input', false, 'again', 'failed'],
    ['not-possible-now', true, 'again', 'failed'],
    ['unavailable', true, 'again', null],
    [null, false, 'again', null],
  ])('because of %s, signed in: %s, offers %s and says %s', (kind, isSignedIn, then, words) => {
    expect(afterRefusal(kind, isSignedIn)).toEqual({ then, words });
  });
});
