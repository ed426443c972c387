/** What is said to who is not signed in yet. */
export const en = {
  email: 'E-mail address',
  password: 'Password',
  newPassword: 'New password',
  passwordHint: 'At least 10 characters. A long sentence is good.',
  name: 'Your name',
  wrongEmail: 'Type an address like anna@example.com.',
  wrongPassword: 'Take 10 to 200 characters.',
  missing: 'This is needed.',
  toSignIn: 'Go to sign-in',
  signIn: {
    title: 'Sign in',
    button: 'Sign in',
    wrong: 'This address and password do not fit. Try again, or choose a new password.',
    forgot: 'Forgot your password?',
    noAccount: 'No account yet?',
    register: 'Register',
    or: 'or',
    with: (provider: string) => `Continue with ${provider}`,
    codeTitle: 'One more step',
    codeText: 'Type the six digits that your authenticator app shows, or one of your recovery codes.',
    code: 'Code',
    codeButton: 'Confirm',
    wrongCode: 'This code is not right, or was used before. Wait for the next one.',
    back: 'Sign in as somebody else',
  },
  problems: {
    'signed-out': 'You were signed out. Sign in again to go on where you were.',
    unreachable: 'The server cannot be reached. Check that it runs, then sign in.',
    'account-exists':
      'There is an account with this address already. Sign in with its password, then connect the other way.',
    'sign-in-expired': 'That took too long. Begin the sign-in again.',
    'sign-in-refused': 'The other service said no. Try again, or sign in with your password.',
    'provider-unavailable':
      'The other service does not answer. Try again soon, or sign in with your password.',
    'identity-taken': 'That sign-in belongs to another account here.',
    'email-unproved': 'The address must be confirmed first: by you here, and at the place you came from.',
    other: 'Signing in that way did not work. Try again, or sign in with your password.',
  },
  register: {
    title: 'Create your account',
    button: 'Create account',
    haveAccount: 'You have an account?',
    doneTitle: 'Look at your mail',
    done: (email: string) =>
      `We have written to ${email}. The link in the mail confirms your address; it works for three days.`,
    doneThen: 'You can sign in already.',
  },
  forgot: {
    title: 'Choose a new password',
    text: 'Tell us your address; a link to choose a new one comes by mail.',
    button: 'Send the link',
    done: (email: string) =>
      `If ${email} has an account, a mail with a link is on its way. It works once, for one hour.`,
  },
  reset: {
    title: 'Choose a new password',
    button: 'Save and sign in',
    failed: 'This link does not work any more. Have another one sent.',
    again: 'Send another link',
    done: 'Your password is changed, and every device was signed out. Sign in with the new one.',
  },
  verify: {
    title: 'Your address',
    working: 'Confirming your address…',
    done: 'Thank you: your address is confirmed.',
    go: 'Go to your keywords',
    failed: 'This link does not work: it is too old, was cut off, or the address has changed since.',
  },
  accept: {
    title: 'An invitation',
    text: 'You were invited to work in a workspace with others.',
    asWho: (email: string) => `You are signed in as ${email}.`,
    button: 'Accept the invitation',
    signInFirst: 'Sign in, or create an account with the address that was invited, to accept it.',
    failed:
      'This invitation cannot be accepted: it is too old, was withdrawn, or was meant for another address.',
  },
};

export type EntranceWords = typeof en;
