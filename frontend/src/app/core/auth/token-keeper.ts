/** What a sign-in or a refresh gives. */
export interface Grant {
  readonly accessToken: string;
  readonly expiresInS: number;
  readonly workspaceId: string;
}

export interface TokenKeeperParts {
  /** Exchanges the refresh cookie; null where the session is over. Throws where no answer came: then it may still be good. */
  readonly exchange: (workspaceId?: string) => Promise<Grant | null>;
  /** Runs the work while no other tab of this browser does the same. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly nowMs: () => number;
  /** Runs the work later; the answer calls it off. */
  readonly later: (delayMs: number, work: () => void) => () => void;
  /** Every grant, also those that nobody waits for. */
  readonly onGrant: (grant: Grant) => void;
  /** The session is over: there is nobody signed in any more. */
  readonly onEnd: () => void;
}

const RENEW_BEFORE_END_MS = 60_000;
/** A token this close to its end would not survive the way to the server. */
const TOO_SHORT_MS = 5_000;
const RETRY_MS = 15_000;

/**
 * Holds the access token in memory alone and renews it before it ends. A refresh token that is used twice ends the whole
 * session, so there is never more than one exchange under way: callers share the one that is, other tabs wait for it.
 */
export class TokenKeeper {
  private grant: { readonly token: string; readonly endsAtMs: number } | null = null;
  private underWay: Promise<string | null> | null = null;
  private callOff: () => void = () => undefined;
  /** Grows at each sign-in and sign-out: an answer to a question of before is not heard any more. */
  private era = 0;

  constructor(private readonly parts: TokenKeeperParts) {}

  get token(): string | null {
    return this.grant?.token ?? null;
  }

  /** A sign-in has given this one. */
  keep(grant: Grant): void {
    this.era += 1;
    this.take(grant);
  }

  /** Forgets the token: signed out. */
  drop(): void {
    this.era += 1;
    this.grant = null;
    this.callOff();
  }

  /** The token, renewed first where it is about to end; null where nobody is signed in. */
  async fresh(): Promise<string | null> {
    if (this.leftMs() > TOO_SHORT_MS) return this.token;
    return this.renew();
  }

  /** A token other than the refused one: the one that came meanwhile, else a new one. */
  async insteadOf(refused: string | null): Promise<string | null> {
    return refused !== null && this.token !== null && this.token !== refused ? this.token : this.renew();
  }

  /** Renews where the timer slept, as timers of background tabs and closed laptops do. */
  wake(): void {
    if (this.grant && this.leftMs() < RENEW_BEFORE_END_MS) this.renewLater(0);
  }

  renew(): Promise<string | null> {
    this.underWay ??= this.exchange().finally(() => (this.underWay = null));
    return this.underWay;
  }

  /** Goes on in another workspace, after an exchange that is under way has ended. */
  async goTo(workspaceId: string): Promise<void> {
    await this.underWay?.catch(() => null);
    this.underWay = this.exchange(workspaceId).finally(() => (this.underWay = null));
    await this.underWay;
  }

  private async exchange(workspaceId?: string): Promise<string | null> {
    const { era } = this;
    const grant = await this.parts.alone(() => this.parts.exchange(workspaceId));
    if (era !== this.era) return this.token;
    if (grant) this.take(grant);
    else {
      this.drop();
      this.parts.onEnd();
    }
    return this.token;
  }

  private take(grant: Grant): void {
    const lifeMs = grant.expiresInS * 1000;
    this.grant = { token: grant.accessToken, endsAtMs: this.parts.nowMs() + lifeMs };
    // Half its life where it lives for less than two minutes.
    this.renewLater(Math.max(lifeMs - RENEW_BEFORE_END_MS, lifeMs / 2));
    this.parts.onGrant(grant);
  }

  private renewLater(delayMs: number): void {
    this.callOff();
    this.callOff = this.parts.later(delayMs, () => {
      this.renew().catch(() => this.renewLater(RETRY_MS));
    });
  }

  private leftMs(): number {
    return this.grant ? this.grant.endsAtMs - this.parts.nowMs() : 0;
  }
}
