import type { OAuthWorld } from './oauth-world.js';

export const OAUTH = '/api/v1/auth/oauth';
export const START = `${OAUTH}/github`;
/** Headers of a request without a token. */
export const nobody = { authorization: '' };

export interface Begun {
  /** `__Host-dk_oauth=…` */
  readonly cookie: string;
  /** At the provider. */
  readonly url: URL;
}

export interface Ended {
  readonly status: number;
  readonly location: string | null;
  /** `__Host-dk_refresh=…` where somebody was signed in. */
  readonly refresh: string | undefined;
}

/** How an ending looks that signed nobody in. */
export const refusedAs = (problem: string): Ended => ({
  status: 302,
  location: `/sign-in?problem=${problem}`,
  refresh: undefined,
});

export const visit = (url: string | URL, cookie = ''): Promise<Response> =>
  fetch(url, { redirect: 'manual', headers: { cookie } });

export const cookieIn = (headers: Headers, name: string): string | undefined =>
  headers
    .getSetCookie()
    .map((set) => set.split(';')[0] ?? '')
    .find((pair) => pair.startsWith(`${name}=`) && !pair.endsWith('='));

/** Goes the way of a browser through GitHub step by step, so that each step can be bent. */
export class Dances {
  private people = 0;

  constructor(private readonly world: OAuthWorld) {}

  /** Somebody who is known to GitHub; asked again, the same with another address. */
  atGithub(login: string, email = `${login}@example.com`, verified = true): string {
    const { people } = this.world.github;
    const id = people.get(login)?.id ?? (this.people += 1);
    people.set(login, { id, login, name: login, emails: [{ email, primary: true, verified }] });
    return login;
  }

  async begin(path = START): Promise<Begun> {
    const { status, headers } = await visit(this.world.url + path);
    if (status !== 302) throw new Error(`a dance was begun, and answered with ${status}`);
    return {
      cookie: cookieIn(headers, '__Host-dk_oauth') ?? '',
      url: new URL(headers.get('location') ?? ''),
    };
  }

  /** The person says yes; answers with the address that the provider sends the browser to. */
  async grant({ url }: Pick<Begun, 'url'>, login: string): Promise<URL> {
    const asked = new URL(url);
    asked.searchParams.set('as', login);
    const { headers } = await visit(asked);
    return new URL(headers.get('location') ?? '');
  }

  async end(back: URL, cookie: string): Promise<Ended> {
    const { status, headers } = await visit(back, cookie);
    return { status, location: headers.get('location'), refresh: cookieIn(headers, '__Host-dk_refresh') };
  }

  async whole(login: string, path = START): Promise<Ended> {
    const begun = await this.begin(path);
    return this.end(await this.grant(begun, login), begun.cookie);
  }

  /** Who was signed in. */
  async personOf({ refresh = '' }: Ended): Promise<{ authorization: string; me: Record<string, unknown> }> {
    const { product } = this.world;
    const refreshed = await product.post('/api/v1/auth/refresh', {}, { ...nobody, cookie: refresh });
    const authorization = `Bearer ${String(refreshed.body['accessToken'])}`;
    const { status, body } = await product.get('/api/v1/me', { authorization });
    if (status !== 200)
      throw new Error(`nobody was signed in: refreshing was answered with ${refreshed.text}`);
    return { authorization, me: body };
  }
}
