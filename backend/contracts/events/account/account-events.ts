import { defineEvent } from '../define-event.js';
import { emailReservedV1 } from './email-reserved/v1.js';
import { emailReleasedV1 } from './email-released/v1.js';
import { accountRegisteredV1 } from './registered/v1.js';
import { emailVerifiedV1 } from './email-verified/v1.js';
import { passwordChangedV1 } from './password-changed/v1.js';
import { nameChangedV1 } from './name-changed/v1.js';
import { signedInV1 } from './signed-in/v1.js';
import { sessionEndedV1 } from './session-ended/v1.js';
import { identityLinkedV1 } from './identity-linked/v1.js';
import { identityUnlinkedV1 } from './identity-unlinked/v1.js';
import { identityReservedV1 } from './identity-reserved/v1.js';
import { identityReleasedV1 } from './identity-released/v1.js';
import { secondFactorEnabledV1 } from './second-factor-enabled/v1.js';
import { secondFactorDisabledV1 } from './second-factor-disabled/v1.js';
import { recoveryCodeUsedV1 } from './recovery-code-used/v1.js';
import { consentGivenV1 } from './consent-given/v1.js';
import { consentWithdrawnV1 } from './consent-withdrawn/v1.js';
import { accountClosedV1 } from './closed/v1.js';
import { accountErasedV1 } from './erased/v1.js';
import { passwordResetRequestedV1 } from './password-reset-requested/v1.js';
import { signUpRepeatedV1 } from './sign-up-repeated/v1.js';
import { operatorAppointedV1 } from './operator-appointed/v1.js';
import { operatorDismissedV1 } from './operator-dismissed/v1.js';
import { emailProofRequestedV1 } from './email-proof-requested/v1.js';

/** Events of accounts: who somebody is, how they sign in, what they agreed to. */
export const accountEvents = {
  'account.EmailReserved.v1': defineEvent({
    name: 'account.EmailReserved',
    category: 'emailAddress',
    writer: 'backend/src/features/accounts',
    about: 'An e-mail address belongs to one account, whoever asks first.',
    versions: [emailReservedV1],
    upcasts: [],
  }),
  'account.EmailReleased.v1': defineEvent({
    name: 'account.EmailReleased',
    category: 'emailAddress',
    writer: 'backend/src/features/accounts',
    about: 'An e-mail address is free again.',
    versions: [emailReleasedV1],
    upcasts: [],
  }),
  'account.Registered.v1': defineEvent({
    name: 'account.Registered',
    category: 'account',
    writer: 'backend/src/features/accounts',
    about: 'Somebody has an account.',
    versions: [accountRegisteredV1],
    upcasts: [],
  }),
  'account.EmailVerified.v1': defineEvent({
    name: 'account.EmailVerified',
    category: 'account',
    writer: 'backend/src/features/accounts',
    about: 'The address of an account is proved to be its owner’s.',
    versions: [emailVerifiedV1],
    upcasts: [],
  }),
  'account.PasswordChanged.v1': defineEvent({
    name: 'account.PasswordChanged',
    category: 'account',
    writer: 'backend/src/features/accounts',
    about: 'An account has another password.',
    versions: [passwordChangedV1],
    upcasts: [],
  }),
  'account.NameChanged.v1': defineEvent({
    name: 'account.NameChanged',
    category: 'account',
    writer: 'backend/src/features/accounts',
    about: 'A person is called something else.',
    versions: [nameChangedV1],
    upcasts: [],
  }),
  'account.SignedIn.v1': defineEvent({
    name: 'account.SignedIn',
    category: 'account',
    writer: 'backend/src/features/accounts',
    about: 'Somebody has signed in on a device.',
    versions: [signedInV1],
    upcasts: [],
  }),
  'account.SessionEnded.v1': defineEvent({
    name: 'account.SessionEnded',
    category: 'account',
    writer: 'backend/src/features/accounts',
    about: 'A device is signed out.',
    versions: [sessionEndedV1],
    upcasts: [],
  }),
  'account.IdentityLinked.v1': defineEvent({
    name: 'account.IdentityLinked',
    category: 'account',
    writer: 'backend/src/features/accounts',
    about: 'An account can be entered through an OAuth provider.',
    versions: [identityLinkedV1],
    upcasts: [],
  }),
  'account.IdentityUnlinked.v1': defineEvent({
    name: 'account.IdentityUnlinked',
    category: 'account',
    writer: 'backend/src/features/accounts',
    about: 'An account can no longer be entered through an OAuth provider.',
    versions: [identityUnlinkedV1],
    upcasts: [],
  }),
  'account.IdentityReserved.v1': defineEvent({
    name: 'account.IdentityReserved',
    category: 'externalIdentity',
    writer: 'backend/src/features/accounts',
    about: 'An identity at an OAuth provider belongs to one account.',
    versions: [identityReservedV1],
    upcasts: [],
  }),
  'account.IdentityReleased.v1': defineEvent({
    name: 'account.IdentityReleased',
    category: 'externalIdentity',
    writer: 'backend/src/features/accounts',
    about: 'An identity at an OAuth provider is free again.',
    versions: [identityReleasedV1],
    upcasts: [],
  }),
  'account.SecondFactorEnabled.v1': defineEvent({
    name: 'account.SecondFactorEnabled',
    category: 'account',
    writer: 'backend/src/features/accounts',
    about: 'Signing in asks for a code of an authenticator, too.',
    versions: [secondFactorEnabledV1],
    upcasts: [],
  }),
  'account.SecondFactorDisabled.v1': defineEvent({
    name: 'account.SecondFactorDisabled',
    category: 'account',
    writer: 'backend/src/features/accounts',
    about: 'Signing in asks for the password alone.',
    versions: [secondFactorDisabledV1],
    upcasts: [],
  }),
  'account.RecoveryCodeUsed.v1': defineEvent({
    name: 'account.RecoveryCodeUsed',
    category: 'account',
    writer: 'backend/src/features/accounts',
    about: 'A recovery code stood in for the authenticator, and is spent.',
    versions: [recoveryCodeUsedV1],
    upcasts: [],
  }),
  'account.ConsentGiven.v1': defineEvent({
    name: 'account.ConsentGiven',
    category: 'account',
    writer: 'backend/src/features/accounts',
    about: 'A person agreed to something that needs agreement.',
    versions: [consentGivenV1],
    upcasts: [],
  }),
  'account.ConsentWithdrawn.v1': defineEvent({
    name: 'account.ConsentWithdrawn',
    category: 'account',
    writer: 'backend/src/features/privacy',
    about: 'A person no longer agrees.',
    versions: [consentWithdrawnV1],
    upcasts: [],
  }),
  'account.Closed.v1': defineEvent({
    name: 'account.Closed',
    category: 'account',
    writer: 'backend/src/features/privacy',
    about: 'An account is closed; nobody enters it again.',
    versions: [accountClosedV1],
    upcasts: [],
  }),
  'account.Erased.v1': defineEvent({
    name: 'account.Erased',
    category: 'account',
    writer: 'backend/src/features/privacy',
    about: 'The key of a person is destroyed: nothing that was sealed for them can be read again.',
    versions: [accountErasedV1],
    upcasts: [],
  }),
  'account.PasswordResetRequested.v1': defineEvent({
    name: 'account.PasswordResetRequested',
    category: 'account',
    writer: 'backend/src/features/accounts',
    about: 'Somebody says that they forgot the password of an account.',
    versions: [passwordResetRequestedV1],
    upcasts: [],
  }),
  'account.SignUpRepeated.v1': defineEvent({
    name: 'account.SignUpRepeated',
    category: 'account',
    writer: 'backend/src/features/accounts',
    about: 'Somebody wanted to register an address that has an account.',
    versions: [signUpRepeatedV1],
    upcasts: [],
  }),
  'account.OperatorAppointed.v1': defineEvent({
    name: 'account.OperatorAppointed',
    category: 'account',
    writer: 'backend/src/features/accounts',
    about: 'A person runs the platform and sees its operations.',
    versions: [operatorAppointedV1],
    upcasts: [],
  }),
  'account.OperatorDismissed.v1': defineEvent({
    name: 'account.OperatorDismissed',
    category: 'account',
    writer: 'backend/src/cli',
    about: 'A person no longer runs the platform.',
    versions: [operatorDismissedV1],
    upcasts: [],
  }),
  'account.EmailProofRequested.v1': defineEvent({
    name: 'account.EmailProofRequested',
    category: 'account',
    writer: 'backend/src/features/accounts',
    about: 'A person wants the link that proves their address once more.',
    versions: [emailProofRequestedV1],
    upcasts: [],
  }),
} as const;
