import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { closed } from './openid-provider.js';

export interface GithubPerson {
  readonly id: number;
  readonly login: string;
  readonly name: string | null;
  readonly emails: readonly {
    readonly email: string;
    readonly primary: boolean;
    readonly verified: boolean;
  }[];
}

export interface GithubLookAlike {
  readonly url: string;
  /** Who says yes on the page of the provider, by login. */
  readonly people: Map<string, GithubPerson>;
  /** How the token endpoint feels. */
  mood: 'well' | 'failing' | 'talking nonsense' | 'gone';
  close(): Promise<void>;
}

interface Granted {
  readonly login: string;
  readonly challenge: string;
  readonly redirectUri: string;
}

/** GitHub's endpoints as its documentation has them: no OpenID, errors with status 200, addresses at an address of their own. */
export async function startGithubLookAlike(client: {
  readonly id: string;
  readonly secret: string;
  readonly callbackUrl: string;
}): Promise<GithubLookAlike> {
  const codes = new Map<string, Granted>();
  const tokens = new Map<string, string>();
  const people = new Map<string, GithubPerson>();
  const provider: { mood: GithubLookAlike['mood'] } = { mood: 'well' };

  const json = (response: ServerResponse, status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

  function authorize(url: URL, response: ServerResponse): void {
    const asked = url.searchParams;
    const isRight = asked.get('client_id') === client.id && asked.get('redirect_uri') === client.callbackUrl;
    if (!isRight || asked.get('code_challenge_method') !== 'S256')
      return void response.writeHead(400).end('bad client');
    const login = asked.get('as');
    if (login === null) {
      const here = `${url.pathname}${url.search}`.replaceAll('&', '&amp;');
      const links = [...people.keys()].map((name) => `<a href="${here}&amp;as=${name}">${name}</a>`);
      return void response.writeHead(200, { 'content-type': 'text/html' }).end(links.join(' '));
    }
    const code = randomUUID();
    codes.set(code, { login, challenge: asked.get('code_challenge') ?? '', redirectUri: client.callbackUrl });
    const back = `${client.callbackUrl}?code=${code}&state=${encodeURIComponent(asked.get('state') ?? '')}`;
    response.writeHead(302, { location: back }).end();
  }

  async function exchange(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (provider.mood === 'gone') return void request.socket.destroy();
    if (provider.mood === 'failing') return void response.writeHead(503).end('try later');
    if (provider.mood === 'talking nonsense') return void response.writeHead(200).end('<html>');
    const form = new URLSearchParams(await text(request));
    const granted = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (form.get('client_secret') !== client.secret)
      return void json(response, 200, { error: 'incorrect_client_credentials' });
    if (granted?.challenge !== challenge || granted.redirectUri !== form.get('redirect_uri'))
      return void json(response, 200, { error: 'bad_verification_code' });
    const token = randomUUID();
    tokens.set(token, granted.login);
    json(response, 200, { access_token: token, token_type: 'bearer', scope: 'read:user,user:email' });
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const person = people.get(tokens.get((request.headers.authorization ?? '').replace('Bearer ', '')) ?? '');
    if (url.pathname === '/login/oauth/authorize') authorize(url, response);
    else if (url.pathname === '/login/oauth/access_token') void exchange(request, response);
    else if (!person) json(response, 401, { message: 'Bad credentials' });
    else if (url.pathname === '/user')
      json(response, 200, { id: person.id, login: person.login, name: person.name });
    else json(response, 200, person.emails);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return Object.assign(provider, { url, people, close: () => closed(server) });
}
