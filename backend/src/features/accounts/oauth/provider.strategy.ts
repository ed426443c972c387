import { PassportStrategy } from '@nestjs/passport';
import OAuth2Strategy from 'passport-oauth2';
import type { Provider } from '../account.decider.js';
import type { ExternalIdentity, Purpose } from './dance.js';
import type { BegunDance, DanceCookie } from './dance-cookie.js';
import { exchangeCode, identityOf } from './provider-requests.js';
import type { ProviderSettings } from './providers.js';

/** What passport sees of a request: it is written for Express, and neither needs nor gets more. */
export interface DanceRequest {
  /** `code` and `state` where the browser came back. */
  readonly query: { readonly code?: string; readonly state?: string; readonly error?: string };
  /** On the way there. */
  readonly purpose?: Purpose;
  /** On the way back. */
  readonly begun?: BegunDance;
  /** For the browser, on the way there. */
  cookie?: string;
}

type Done<Answer extends unknown[]> = (error: Error | null, ...answer: Answer) => void;

/** Where passport-oauth2 keeps state and verifier while the browser is away. It counts the arguments: four and five are those of PKCE. */
const stateStore = (provider: Provider, cookies: DanceCookie) => ({
  store(
    request: DanceRequest,
    verifier: string,
    purpose: Purpose,
    _meta: unknown,
    done: Done<[state: string]>,
  ): void {
    const { state, cookie } = cookies.begin({ provider, verifier, ...purpose });
    request.cookie = cookie;
    done(null, state);
  },
  verify(
    { begun }: DanceRequest,
    state: string,
    _meta: unknown,
    done: Done<[verifier: string | false, state: unknown]>,
  ): void {
    if (begun?.provider === provider && begun.state === state) done(null, begun.verifier, begun);
    else done(null, false, { message: 'the state is not that of this browser' });
  },
});

const strategyNamed = (provider: Provider) => PassportStrategy(OAuth2Strategy, provider);

/** Registers the strategy of a provider with passport, under the provider's name. */
export function registerStrategy(settings: ProviderSettings, cookies: DanceCookie): void {
  const { provider, clientId, clientSecret, authorizeUrl, tokenUrl, scope, callbackUrl } = settings;

  class ProviderStrategy extends strategyNamed(provider) {
    constructor() {
      super({
        clientID: clientId,
        clientSecret,
        authorizationURL: authorizeUrl,
        tokenURL: tokenUrl,
        callbackURL: callbackUrl,
        scope: [...scope],
        state: true,
        pkce: true,
        // The types know the stores without PKCE alone.
        store: stateStore(provider, cookies) as unknown as OAuth2Strategy.StateStore,
      });
      // The library's own request has no time limit: a provider that hangs would hold the browser for ever.
      Object.assign(this._oauth2, {
        getOAuthAccessToken: (code: string, params: Record<string, string>, done: Done<[token?: string]>) =>
          void exchangeCode(settings, code, params).then(
            (token) => done(null, token),
            (error: Error) => done(error),
          ),
      });
    }

    override userProfile(
      accessToken: string,
      done: (error?: unknown, profile?: ExternalIdentity) => void,
    ): void {
      void identityOf(settings, accessToken).then(
        (identity) => done(null, identity),
        (error: unknown) => done(error),
      );
    }

    override validate(
      _accessToken: string,
      _refreshToken: string,
      identity: ExternalIdentity,
    ): ExternalIdentity {
      return identity;
    }
  }
  new ProviderStrategy();
}
