/** What is said to who is not signed in yet. */
export const en = {
  email: 'E-mail address',
  password: 'Password',
  newPassword: 'New password',
  name: 'Your name',
  wrongEmail: 'Type an address like anna@example.com.',
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
      'There is an account with this address already. Sign in with its password, then link the other service in Settings → Profile.',
    'sign-in-expired': 'That took too long. Begin the sign-in again.',
    'sign-in-refused': 'The other service said no. Try again, or sign in with your password.',
    'provider-unavailable':
      'The other service does not answer. Try again soon, or sign in with your password.',
    'identity-taken': 'That sign-in belongs to another account here.',
    'email-unverified':
      'The other service has no confirmed address of yours. Confirm it there, or sign in with your password.',
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
    done: 'You are a member of the workspace now. Sign in to go there.',
    signOut: 'Sign out',
    forAnother:
      'This invitation is for another address than yours, one that has an account. Sign out, and accept it as that person.',
    forNobodyYet:
      'This invitation is for another address than yours, one that has no account yet. Sign out, and create one with it.',
    registerFirst:
      'The address that was invited has no account yet. Create one with it: you come back here, and can accept.',
    signInFirst:
      'The account of this address has not confirmed it. Sign in with it, then accept. If you did not make that account, choose a new password first.',
    failed:
      'This invitation cannot be accepted: it is too old, was used or withdrawn, or the link was cut off. Ask to be invited again.',
  },
};

export type EntranceWords = typeof en;
