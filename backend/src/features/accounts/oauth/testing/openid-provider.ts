import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface OpenIdPerson {
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
}

export interface OpenIdProvider {
  readonly issuer: string;
  /** By the login that is typed, which is the subject, too. */
  readonly people: Map<string, OpenIdPerson>;
  close(): Promise<void>;
}

/** A real OpenID provider with the sign-in pages of its developers. Another host name than the product's makes it another site. */
export async function startOpenIdProvider(client: {
  readonly id: string;
  readonly secret: string;
  readonly callbackUrl: string;
}): Promise<OpenIdProvider> {
  const people = new Map<string, OpenIdPerson>();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = quietly(
    () =>
      new Provider(issuer, {
        clients: [
          {
            client_id: client.id,
            client_secret: client.secret,
            redirect_uris: [client.callbackUrl],
            token_endpoint_auth_method: 'client_secret_post',
          },
        ],
        claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
        pkce: { required: () => true },
        cookies: { keys: ['a key of tests alone'] },
        features: { devInteractions: { enabled: true } },
        findAccount: (_context, sub) => {
          const person = people.get(sub);
          return person && { accountId: sub, claims: () => ({ sub, ...person }) };
        },
        ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
      }),
  );
  server.on('request', (request, response) => void provider.callback()(request, response));
  return { issuer, people, close: () => closed(server) };
}

export const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** It warns at length that what is made for developers is not for real users. */
function quietly<Made>(make: () => Made): Made {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return make();
  } finally {
    console.warn = warn;
  }
}
