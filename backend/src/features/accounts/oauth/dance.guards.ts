import { Injectable, type CanActivate, type ExecutionContext, type OnModuleInit } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../../../platform/http/problem.js';
import type { Provider } from '../account.decider.js';
import { ProviderTrouble, type Danced, type ExternalIdentity, type Purpose } from './dance.js';
import { DanceCookie, type BegunDance } from './dance-cookie.js';
import { localPath } from './local-path.js';
import { registerStrategy, type DanceRequest } from './provider.strategy.js';
import { Providers, type ProviderSettings } from './providers.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guards below. */
    dance?: Dance;
  }
}

interface Dance extends DanceRequest {
  /** On the way there: where the browser is to go. */
  url?: string;
  /** Called once that is known. */
  redirected?(): void;
  /** On the way back. */
  danced?: Danced;
}

const requestOf = (context: ExecutionContext): FastifyRequest =>
  context.switchToHttp().getRequest<FastifyRequest>();

function danceOf(context: ExecutionContext): Dance {
  const { dance } = requestOf(context);
  if (!dance) throw new Error('a dance is begun or ended by one of its guards');
  return dance;
}

/**
 * Passport writes its redirect into an Express response and then never answers its guard. A Fastify reply has none of those methods, and
 * past it the answer would lack our headers and cookie: so passport gets something to write into, and the controller answers.
 */
function providerGuard(provider: Provider): CanActivate {
  class ProviderGuard extends AuthGuard(provider) {
    override async canActivate(context: ExecutionContext): Promise<boolean> {
      const dance = danceOf(context);
      const redirected = new Promise<true>((resolve) => {
        dance.redirected = () => resolve(true);
      });
      return Promise.race([super.canActivate(context) as Promise<boolean>, redirected]);
    }

    override getRequest(context: ExecutionContext): Dance {
      return danceOf(context);
    }

    getResponse(context: ExecutionContext): object {
      const dance = danceOf(context);
      return {
        setHeader: (name: string, value: string) => {
          if (name === 'Location') dance.url = value;
        },
        end: () => dance.redirected?.(),
      };
    }

    override getAuthenticateOptions(context: ExecutionContext) {
      // As an object it is handed to the store of states; as a text it would be the state itself.
      return { state: danceOf(context).purpose as unknown as string, property: 'danced', session: false };
    }

    override handleRequest<TUser = Danced>(
      error: unknown,
      identity: ExternalIdentity | false,
      info: unknown,
    ): TUser {
      return dancedOf(error, identity, info) as TUser;
    }
  }
  return new ProviderGuard();
}

function dancedOf(error: unknown, identity: ExternalIdentity | false, info: unknown): Danced {
  if (identity) return { kind: 'known', identity };
  if (!error) {
    const said = (info as { message?: unknown } | undefined)?.message;
    const isOurs = said === 'the state is not that of this browser';
    return {
      kind: 'broken',
      problem: isOurs ? 'sign-in-expired' : 'sign-in-refused',
      reason: 'no identity came back',
    };
  }
  // What our own requests threw is wrapped where the token was asked for.
  const cause: unknown = (error as { oauthError?: unknown }).oauthError ?? error;
  if (cause instanceof ProviderTrouble)
    return { kind: 'broken', problem: cause.problem, reason: cause.message };
  return {
    kind: 'broken',
    problem: 'provider-unavailable',
    reason: cause instanceof Error ? cause.name : 'unknown',
  };
}

/** The providers' strategies and guards: made once, for what is configured. */
@Injectable()
export class ProviderGuards implements OnModuleInit {
  private readonly guards = new Map<string, CanActivate>();

  constructor(
    private readonly providers: Providers,
    private readonly cookies: DanceCookie,
  ) {}

  onModuleInit(): void {
    for (const settings of this.providers.all()) {
      registerStrategy(settings, this.cookies);
      this.guards.set(settings.provider, providerGuard(settings.provider));
    }
  }

  /** @throws Problem 404 where the provider is not configured */
  of(context: ExecutionContext): { readonly guard: CanActivate; readonly settings: ProviderSettings } {
    const { provider } = requestOf(context).params as { provider: string };
    const guard = this.guards.get(provider);
    const settings = this.providers.named(provider);
    if (!guard || !settings)
      throw new Problem(
        'not-found',
        'Signing in through this provider is not set up. GET /auth/providers lists those that are.',
      );
    return { guard, settings };
  }
}

/** Finds out where the browser is to go: to sign in, or on routes that are not public to link the account that calls. */
@Injectable()
export class BeginsDance implements CanActivate {
  constructor(private readonly guards: ProviderGuards) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = requestOf(context);
    const { guard } = this.guards.of(context);
    // A code in the address here is not an answer of the provider's, and must not be taken for one.
    request.dance = { query: {}, purpose: purposeOf(request) };
    return guard.canActivate(context) as Promise<boolean>;
  }
}

function purposeOf({ caller, query, body }: FastifyRequest): Purpose {
  const given = (caller ? body : query) as { returnTo?: unknown } | undefined | null;
  const returnTo = localPath(given?.returnTo);
  return caller
    ? { returnTo, link: { accountId: caller.accountId, sessionId: caller.credentialId } }
    : { returnTo };
}

/** Finds out who came back. It refuses nobody: the browser is at a page, so the controller sends it to one that says what went wrong. */
@Injectable()
export class EndsDance implements CanActivate {
  constructor(
    private readonly guards: ProviderGuards,
    private readonly cookies: DanceCookie,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = requestOf(context);
    const { guard, settings } = this.guards.of(context);
    const query = request.query as Readonly<Record<string, unknown>>;
    const begun = this.cookies.find(request.headers.cookie);
    const expired = await this.whyExpired(begun, query, settings);
    const { code, state, error } = query;
    request.dance = {
      query: { ...text({ code }), ...text({ state }), ...text({ error }) },
      ...(begun ? { begun } : {}),
      ...(expired === undefined
        ? {}
        : { danced: { kind: 'broken', problem: 'sign-in-expired', reason: expired } }),
    };
    return expired === undefined ? (guard.canActivate(context) as Promise<boolean>) : true;
  }

  private async whyExpired(
    begun: BegunDance | undefined,
    { state, code, error, iss }: Readonly<Record<string, unknown>>,
    { provider, issuer }: ProviderSettings,
  ): Promise<string | undefined> {
    if (!begun) return 'there is no cookie of a dance';
    if (begun.provider !== provider || begun.state !== state) return 'the state is not that of this browser';
    // Another provider's answer must not be handed to this one (RFC 9207).
    if (issuer !== undefined && iss !== undefined && iss !== issuer) return 'another issuer answered';
    if (typeof code !== 'string' && typeof error !== 'string') return 'there is neither a code nor an error';
    return (await this.cookies.endsFirst(begun)) ? undefined : 'the state was used before';
  }
}

const text = (field: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(field).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
