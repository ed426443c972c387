import { describe, expect, it } from '@jest/globals';
import type { Config } from '../../../platform/config/config.js';
import { Providers } from './providers.js';

const configured = (some: Partial<Config>) =>
  new Providers({ PUBLIC_URL: 'https://keywords.example', ...some } as Config);

describe('the providers', () => {
  it('are none while nothing is configured', () => {
    expect(configured({}).all()).toEqual([]);
  });

  it('have the addresses that they publish, unless others are configured', () => {
    const providers = configured({
      GOOGLE_CLIENT_ID: 'g',
      GOOGLE_CLIENT_SECRET: 's',
      OAUTH_GOOGLE_TOKEN_URL: 'https://proxy.example/token',
    });
    expect(providers.named('google')).toMatchObject({
      issuer: 'https://accounts.google.com',
      authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
      tokenUrl: 'https://proxy.example/token',
      callbackUrl: 'https://keywords.example/api/v1/auth/oauth/google/callback',
    });
    expect(providers.named('github')).toBeUndefined();
  });

  it('stop the start where half of one is configured, and say which half is missing', () => {
    expect(() => configured({ GITHUB_CLIENT_ID: 'g' })).toThrow(/^GITHUB_CLIENT_SECRET: got nothing, wants /);
    expect(() => configured({ GOOGLE_CLIENT_SECRET: 's' })).toThrow(/^GOOGLE_CLIENT_ID: got nothing, wants /);
  });
});
