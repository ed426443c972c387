import { errors, jwtVerify, SignJWT } from 'jose';
import type { SigningKeys } from './signing-keys.js';

export const ACCESS_TOKEN_LIFE_S = 600;
const ISSUER = 'digitallz-keywords';
/** Signatures are checked once for each token; most requests bring one that was seen a moment ago. */
const REMEMBERED_TOKENS = 10_000;

/** What an access token says: a person, on a device, in a workspace. Roles are asked anew for each request. */
export interface TokenClaims {
  readonly accountId: string;
  readonly sessionId: string;
  readonly workspaceId: string;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

/** JWTs (RFC 7519) signed with EdDSA: no other algorithm is ever taken, whatever a token says of itself. */
export class AccessTokens {
  private readonly verified = new Map<string, TokenClaims>();

  constructor(
    private readonly keys: SigningKeys,
    private readonly clock: () => number = Date.now,
  ) {}

  async issue(claims: Omit<TokenClaims, 'expiresAt'>): Promise<string> {
    const key = this.keys.current();
    const issuedAt = Math.floor(this.clock() / 1_000);
    return new SignJWT({ sid: claims.sessionId, ws: claims.workspaceId })
      .setProtectedHeader({ alg: 'EdDSA', kid: key.id, typ: 'at+jwt' })
      .setIssuer(ISSUER)
      .setAudience(ISSUER)
      .setSubject(claims.accountId)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + ACCESS_TOKEN_LIFE_S)
      .sign(key.privateKey);
  }

  /** Undefined for a token that is not ours, or not good any more. */
  async read(token: string): Promise<TokenClaims | undefined> {
    const known = this.verified.get(token);
    if (known) return known.expiresAt * 1_000 > this.clock() ? known : undefined;
    const claims = await this.verify(token);
    if (claims) this.remember(token, claims);
    return claims;
  }

  private async verify(token: string): Promise<TokenClaims | undefined> {
    try {
      const { payload } = await jwtVerify(
        token,
        ({ kid }) => {
          const key = kid === undefined ? undefined : this.keys.named(kid);
          if (!key) throw new errors.JWKSNoMatchingKey('nobody here signed it');
          return key.publicKey;
        },
        {
          algorithms: ['EdDSA'],
          issuer: ISSUER,
          audience: ISSUER,
          typ: 'at+jwt',
          currentDate: new Date(this.clock()),
          requiredClaims: ['sub', 'exp', 'sid', 'ws'],
        },
      );
      const { sub, sid, ws, exp } = payload;
      if (sub === undefined || typeof sid !== 'string' || typeof ws !== 'string' || exp === undefined)
        return undefined;
      return { accountId: sub, sessionId: sid, workspaceId: ws, expiresAt: exp };
    } catch (error) {
      // A key ring that cannot be read is our fault, and told as such.
      if (!(error instanceof errors.JOSEError)) throw error;
      // Whatever is wrong with the token, the caller is nobody; why is not the caller's to know.
      return undefined;
    }
  }

  private remember(token: string, claims: TokenClaims): void {
    if (this.verified.size >= REMEMBERED_TOKENS) this.verified.clear();
    this.verified.set(token, claims);
  }
}
