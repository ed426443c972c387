import {
  openFrontDoor,
  type FrontDoor,
} from '../../backend/src/features/accounts/oauth/testing/front-door.js';
import {
  startGithubLookAlike,
  type GithubLookAlike,
} from '../../backend/src/features/accounts/oauth/testing/github-look-alike.js';

/** A look-alike of GitHub that knows the product by an address of its own, whatever port the product listens on. */
export class GithubBeside {
  private constructor(
    private readonly door: FrontDoor,
    private readonly github: GithubLookAlike,
  ) {}

  static async start(): Promise<GithubBeside> {
    const door = await openFrontDoor();
    const callbackUrl = `${door.url}/api/v1/auth/oauth/github/callback`;
    const client = { id: 'github-client', secret: 'github-secret', callbackUrl };
    return new GithubBeside(door, await startGithubLookAlike(client));
  }

  /** Where a browser opens the product. */
  get address(): string {
    return this.door.url;
  }

  /** What the product must be started with. */
  get env(): NodeJS.ProcessEnv {
    return {
      PUBLIC_URL: this.door.url,
      GITHUB_CLIENT_ID: 'github-client',
      GITHUB_CLIENT_SECRET: 'github-secret',
      OAUTH_GITHUB_AUTHORIZE_URL: `${this.github.url}/login/oauth/authorize`,
      OAUTH_GITHUB_TOKEN_URL: `${this.github.url}/login/oauth/access_token`,
      OAUTH_GITHUB_USERINFO_URL: `${this.github.url}/user`,
      OAUTH_GITHUB_EMAILS_URL: `${this.github.url}/user/emails`,
    };
  }

  leadTo({ address }: { readonly address: string }): void {
    this.door.leadTo(address);
  }

  /** Somebody who has an account there, with a proved address. */
  knows(login: string): string {
    const emails = [{ email: `${login}@example.com`, primary: true, verified: true }];
    this.github.people.set(login, { id: this.github.people.size + 1, login, name: login, emails });
    return login;
  }

  async close(): Promise<void> {
    await this.door.close();
    await this.github.close();
  }
}
