import type { Provider } from '../account.decider.js';

/** Who somebody is elsewhere, as the provider says. */
export interface ExternalIdentity {
  readonly provider: Provider;
  /** Never changes, unlike the address. */
  readonly subject: string;
  readonly email: string | undefined;
  /** The provider has proof that the address is theirs. */
  readonly isEmailProved: boolean;
  readonly name: string | undefined;
}

/** What a person who went to a provider wants there. */
export interface Purpose {
  readonly returnTo: string;
  /** An account that is to be entered this way, too, and the session that asked for it; left out: to sign in. */
  readonly link?: { readonly accountId: string; readonly sessionId: string } | undefined;
}

/** What went wrong, as the page that the browser is sent to reads it in `problem`. */
export type DanceProblem =
  /** The person said no. */
  | 'sign-in-refused'
  /** Too old, used before, begun in another browser, or forged. */
  | 'sign-in-expired'
  | 'provider-unavailable'
  | 'account-exists'
  | 'email-unverified'
  | 'identity-taken'
  | 'already-linked';

/** What the provider answered in the end. */
export type Danced =
  | { readonly kind: 'known'; readonly identity: ExternalIdentity }
  | { readonly kind: 'broken'; readonly problem: DanceProblem; readonly reason: string };

/** The provider, or the way to it, did not do its part. */
export class ProviderTrouble extends Error {
  override readonly name = 'ProviderTrouble';
  constructor(
    readonly problem: DanceProblem,
    message: string,
  ) {
    super(message);
  }
}
