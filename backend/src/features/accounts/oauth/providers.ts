import { Inject, Injectable } from '@nestjs/common';
import { BadConfiguration, type Config } from '../../../platform/config/config.js';
import { CONFIG } from '../../../platform/tokens.js';
import type { Provider } from '../account.decider.js';

export interface ProviderSettings {
  readonly provider: Provider;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  /** Who it is: OpenID Connect's userinfo, or GitHub's own user. */
  readonly userinfoUrl: string;
  /** Where the addresses are told elsewhere, with whether they are proved. */
  readonly emailsUrl?: string;
  readonly scope: readonly string[];
  /** What the provider calls itself in its answers (RFC 9207), where it does. */
  readonly issuer?: string;
  /** Where the provider sends the browser back to. */
  readonly callbackUrl: string;
}

/** The providers that this installation has an id and a secret for. */
@Injectable()
export class Providers {
  private readonly byName: ReadonlyMap<string, ProviderSettings>;

  /** @throws BadConfiguration where one of the two is missing */
  constructor(@Inject(CONFIG) config: Config) {
    const known = [googleOf(config), githubOf(config)].filter((settings) => settings !== undefined);
    this.byName = new Map(known.map((settings) => [settings.provider, settings]));
  }

  all(): readonly ProviderSettings[] {
    return [...this.byName.values()];
  }

  named(provider: string): ProviderSettings | undefined {
    return this.byName.get(provider);
  }
}

function googleOf(config: Config): ProviderSettings | undefined {
  const credentials = credentialsOf(config, 'GOOGLE');
  return (
    credentials && {
      provider: 'google',
      ...credentials,
      issuer: config.GOOGLE_ISSUER ?? 'https://accounts.google.com',
      authorizeUrl: config.OAUTH_GOOGLE_AUTHORIZE_URL ?? 'https://accounts.google.com/o/oauth2/v2/auth',
      tokenUrl: config.OAUTH_GOOGLE_TOKEN_URL ?? 'https://oauth2.googleapis.com/token',
      userinfoUrl: config.OAUTH_GOOGLE_USERINFO_URL ?? 'https://openidconnect.googleapis.com/v1/userinfo',
      scope: ['openid', 'email', 'profile'],
      callbackUrl: callbackOf(config, 'google'),
    }
  );
}

function githubOf(config: Config): ProviderSettings | undefined {
  const credentials = credentialsOf(config, 'GITHUB');
  return (
    credentials && {
      provider: 'github',
      ...credentials,
      authorizeUrl: config.OAUTH_GITHUB_AUTHORIZE_URL ?? 'https://github.com/login/oauth/authorize',
      tokenUrl: config.OAUTH_GITHUB_TOKEN_URL ?? 'https://github.com/login/oauth/access_token',
      userinfoUrl: config.OAUTH_GITHUB_USERINFO_URL ?? 'https://api.github.com/user',
      emailsUrl: config.OAUTH_GITHUB_EMAILS_URL ?? 'https://api.github.com/user/emails',
      scope: ['read:user', 'user:email'],
      callbackUrl: callbackOf(config, 'github'),
    }
  );
}

function credentialsOf(
  config: Config,
  name: 'GOOGLE' | 'GITHUB',
): Pick<ProviderSettings, 'clientId' | 'clientSecret'> | undefined {
  const clientId = config[`${name}_CLIENT_ID`];
  const clientSecret = config[`${name}_CLIENT_SECRET`];
  if (clientId !== undefined && clientSecret !== undefined) return { clientId, clientSecret };
  if (clientId === undefined && clientSecret === undefined) return undefined;
  const missing = clientId === undefined ? 'CLIENT_ID' : 'CLIENT_SECRET';
  throw new BadConfiguration(
    `${name}_${missing}: got nothing, wants what the provider gave with the other of the two`,
  );
}

const callbackOf = ({ PUBLIC_URL }: Config, provider: Provider): string =>
  `${PUBLIC_URL}/api/v1/auth/oauth/${provider}/callback`;
