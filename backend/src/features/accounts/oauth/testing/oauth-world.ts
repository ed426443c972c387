import { startTestProduct, type TestProduct } from '../../../../platform/testing/test-product.js';
import { openFrontDoor } from './front-door.js';
import { startGithubLookAlike, type GithubLookAlike } from './github-look-alike.js';
import { startOpenIdProvider, type OpenIdProvider } from './openid-provider.js';

/** The product behind its public address, with two providers that know it. */
export interface OAuthWorld {
  readonly product: TestProduct;
  readonly url: string;
  readonly google: OpenIdProvider;
  readonly github: GithubLookAlike;
  close(): Promise<void>;
}

export async function startOAuthWorld(): Promise<OAuthWorld> {
  const closing: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of closing.reverse()) await step();
  };
  try {
    const door = await openFrontDoor();
    closing.push(() => door.close());
    const clientOf = (provider: string) => ({
      id: `${provider}-client`,
      secret: `${provider}-secret`,
      callbackUrl: `${door.url}/api/v1/auth/oauth/${provider}/callback`,
    });
    const google = await startOpenIdProvider(clientOf('google'));
    closing.push(() => google.close());
    const github = await startGithubLookAlike(clientOf('github'));
    closing.push(() => github.close());
    const product = await startTestProduct({
      config: {
        PUBLIC_URL: door.url,
        GOOGLE_CLIENT_ID: 'google-client',
        GOOGLE_CLIENT_SECRET: 'google-secret',
        GOOGLE_ISSUER: google.issuer,
        OAUTH_GOOGLE_AUTHORIZE_URL: `${google.issuer}/auth`,
        OAUTH_GOOGLE_TOKEN_URL: `${google.issuer}/token`,
        OAUTH_GOOGLE_USERINFO_URL: `${google.issuer}/me`,
        GITHUB_CLIENT_ID: 'github-client',
        GITHUB_CLIENT_SECRET: 'github-secret',
        OAUTH_GITHUB_AUTHORIZE_URL: `${github.url}/login/oauth/authorize`,
        OAUTH_GITHUB_TOKEN_URL: `${github.url}/login/oauth/access_token`,
        OAUTH_GITHUB_USERINFO_URL: `${github.url}/user`,
        OAUTH_GITHUB_EMAILS_URL: `${github.url}/user/emails`,
      },
    });
    closing.push(() => product.close());
    door.leadTo(product.url);
    return { product, url: door.url, google, github, close };
  } catch (error) {
    await close();
    throw error;
  }
}
